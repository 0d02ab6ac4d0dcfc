package io.writ.governance.policy.check;

import io.writ.governance.policy.rego.value.RegoBoolean;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/** What is certain about a call of a builtin: the type of its value, and operands it can never mean. */
record BuiltinReading(Shape value, Optional<Cause> cause) {

    private static final Set<Kind> STRING = EnumSet.of(Kind.STRING);
    private static final Set<Kind> BOOLEAN = EnumSet.of(Kind.BOOLEAN);
    private static final Set<Kind> NUMBER = EnumSet.of(Kind.NUMBER);
    private static final Set<Kind> ARRAY = EnumSet.of(Kind.ARRAY);
    private static final Set<Kind> SET = EnumSet.of(Kind.SET);
    private static final Set<Kind> OBJECT = EnumSet.of(Kind.OBJECT);
    private static final Set<Kind> LISTS = EnumSet.of(Kind.ARRAY, Kind.SET);
    private static final Set<Kind> COUNTABLE = EnumSet.of(Kind.STRING, Kind.ARRAY, Kind.OBJECT, Kind.SET);

    /** What a builtin takes and gives; of one that is not listed nothing is known. */
    private record Signature(Set<Kind> gives, List<Set<Kind>> takes) {
        private Signature {
            takes = List.copyOf(takes);
        }
    }

    private static final Map<String, Signature> SIGNATURES = Map.ofEntries(
            Map.entry("startswith", new Signature(BOOLEAN, List.of(STRING, STRING))),
            Map.entry("endswith", new Signature(BOOLEAN, List.of(STRING, STRING))),
            Map.entry("contains", new Signature(BOOLEAN, List.of(STRING, STRING))),
            Map.entry("lower", new Signature(STRING, List.of(STRING))),
            Map.entry("upper", new Signature(STRING, List.of(STRING))),
            Map.entry("trim_space", new Signature(STRING, List.of(STRING))),
            Map.entry("split", new Signature(ARRAY, List.of(STRING, STRING))),
            Map.entry("concat", new Signature(STRING, List.of(STRING, LISTS))),
            Map.entry("regex.match", new Signature(BOOLEAN, List.of(STRING, STRING))),
            Map.entry("to_number", new Signature(NUMBER, List.of())),
            Map.entry("time.parse_rfc3339_ns", new Signature(NUMBER, List.of(STRING))),
            Map.entry("count", new Signature(NUMBER, List.of(COUNTABLE))),
            Map.entry("sum", new Signature(NUMBER, List.of(LISTS))),
            Map.entry("plus", new Signature(NUMBER, List.of(NUMBER, NUMBER))),
            Map.entry("mul", new Signature(NUMBER, List.of(NUMBER, NUMBER))),
            Map.entry("div", new Signature(NUMBER, List.of(NUMBER, NUMBER))),
            Map.entry("abs", new Signature(NUMBER, List.of(NUMBER))),
            Map.entry("or", new Signature(SET, List.of(SET, SET))),
            Map.entry("and", new Signature(SET, List.of(SET, SET))),
            Map.entry("sort", new Signature(ARRAY, List.of(LISTS))),
            Map.entry("array.concat", new Signature(ARRAY, List.of(ARRAY, ARRAY))),
            Map.entry("object.union", new Signature(OBJECT, List.of(OBJECT, OBJECT))));

    /** Guards, and what they let pass. */
    private static final Map<String, Set<Kind>> GUARDS = Map.of(
            "is_string", STRING,
            "is_number", NUMBER,
            "is_boolean", BOOLEAN,
            "is_array", ARRAY,
            "is_object", OBJECT,
            "is_set", SET);

    static BuiltinReading of(String builtin, List<Shape> operands) {
        return switch (builtin) {
            case "lt", "lte", "gt", "gte" ->
                new BuiltinReading(
                        new Shape.OfKind(BOOLEAN), apart(operands, Shape::isForeignTo, Wording::orderedByType));
            case "neq" ->
                new BuiltinReading(new Shape.OfKind(BOOLEAN), apart(operands, Shape::excludes, Wording::alwaysDiffers));
            case "equal" ->
                new BuiltinReading(new Shape.OfKind(BOOLEAN), apart(operands, Shape::excludes, Wording::neverEqual));
            case "internal.member_2" -> new BuiltinReading(new Shape.OfKind(BOOLEAN), membership(operands));
            default -> GUARDS.containsKey(builtin) ? guard(GUARDS.get(builtin), operands) : plain(builtin, operands);
        };
    }

    /** A guard that never lets anything pass is no mistake: it is there for what should not happen. */
    private static BuiltinReading guard(Set<Kind> passes, List<Shape> operands) {
        boolean never = operands.getFirst().isForeignTo(new Shape.OfKind(passes));
        Shape value = never ? new Shape.Exactly(Set.of(RegoBoolean.of(false))) : new Shape.OfKind(BOOLEAN);
        return new BuiltinReading(value, Optional.empty());
    }

    private static BuiltinReading plain(String builtin, List<Shape> operands) {
        Signature signature = SIGNATURES.get(builtin);
        if (signature == null) {
            return new BuiltinReading(Shape.unknown(), Optional.empty());
        }
        Optional<Cause> wrong = Optional.empty();
        for (int i = 0; i < signature.takes().size() && i < operands.size() && wrong.isEmpty(); i++) {
            Shape operand = operands.get(i);
            Set<Kind> wanted = signature.takes().get(i);
            if (isKnown(operand) && operand.isForeignTo(new Shape.OfKind(wanted))) {
                wrong = Optional.of(Wording.wrongOperand(builtin, operand, wanted));
            }
        }
        return new BuiltinReading(new Shape.OfKind(signature.gives()), wrong);
    }

    /** What is wrong with two known operands that cannot go together. */
    private static Optional<Cause> apart(
            List<Shape> operands, BiPredicate<Shape, Shape> test, BiFunction<Shape, Shape, Cause> cause) {
        Shape left = operands.getFirst();
        Shape right = operands.getLast();
        return areKnown(operands) && test.test(left, right) ? Optional.of(cause.apply(left, right)) : Optional.empty();
    }

    private static Optional<Cause> membership(List<Shape> operands) {
        Shape element = operands.getFirst();
        return isKnown(element)
                        && operands.getLast() instanceof Shape.Many among
                        && isKnown(among.element())
                        && element.excludes(among.element())
                ? Optional.of(Wording.neverIn(element, among))
                : Optional.empty();
    }

    private static boolean areKnown(List<Shape> operands) {
        return operands.stream().allMatch(BuiltinReading::isKnown);
    }

    private static boolean isKnown(Shape shape) {
        return !(shape instanceof Shape.Never) && !(shape instanceof Shape.Unknown);
    }
}

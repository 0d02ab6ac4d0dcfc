package io.writ.governance.policy.check;

import io.writ.governance.policy.rego.value.RegoValue;
import java.util.List;
import java.util.Set;

/** The sentences of findings. */
final class Wording {

    /** More names than this help nobody to see which one was meant. */
    private static final int NAMES_MAX = 12;

    private Wording() {}

    static Cause unknownInput(Shape.Asked parent, String member) {
        return Cause.error(
                Codes.UNKNOWN_INPUT,
                parent.path() + "." + member + " is never part of a question, so nothing that reads it can hold; "
                        + oneOf(parent.schema().members(), parent) + ", or let the server write it and add it to"
                        + " opa/schemas/input.json");
    }

    private static String oneOf(List<String> members, Shape.Asked parent) {
        return members.isEmpty()
                ? parent.path() + " is " + Kind.phrase(parent.kinds()) + " without members"
                : "read one of " + listed(members);
    }

    static Cause unknownData(StoredNode parent, String member) {
        String advice =
                parent.path() + "." + member + " is neither in the data nor in its schema; put it into data.json,"
                        + " or read one of " + listed(parent.memberNames());
        // Below a key that is not named, a member may be meant for entries that this bundle does not have.
        return parent.isFixed() ? Cause.error(Codes.UNKNOWN_DATA, advice) : Cause.warning(Codes.UNKNOWN_DATA, advice);
    }

    static Cause noMember(String member, Set<String> members) {
        return Cause.error(
                Codes.NEVER_MATCHES,
                "the object that is read here has no member " + member + ", only " + listed(List.copyOf(members)));
    }

    static Cause neverEqual(Shape left, Shape right) {
        return left.isForeignTo(right)
                ? Cause.error(
                        Codes.TYPE_MISMATCH,
                        told(left) + " is " + Kind.phrase(left.kinds()) + " and never equals " + told(right)
                                + ", which is " + Kind.phrase(right.kinds()) + "; compare values of one type")
                : Cause.error(
                        Codes.NEVER_MATCHES,
                        whole(left) + " never equals " + whole(right) + ", so this never holds; compare with a value"
                                + " that can occur, or remove it");
    }

    static Cause neverIn(Shape element, Shape.Many among) {
        return Cause.error(
                element.isForeignTo(among.element()) ? Codes.TYPE_MISMATCH : Codes.NEVER_MATCHES,
                whole(element) + " is never among " + whole(among.element()) + "; name a value that can occur");
    }

    static Cause alwaysDiffers(Shape left, Shape right) {
        return Cause.error(
                left.isForeignTo(right) ? Codes.TYPE_MISMATCH : Codes.ALWAYS_MATCHES,
                whole(left) + " always differs from " + whole(right) + ", so this tests nothing; compare with a value"
                        + " that can occur");
    }

    static Cause orderedByType(Shape left, Shape right) {
        return Cause.error(
                Codes.TYPE_MISMATCH,
                told(left) + " is " + Kind.phrase(left.kinds()) + " and " + told(right) + " is "
                        + Kind.phrase(right.kinds()) + ": Rego orders them by type, whatever their values; compare"
                        + " values of one type");
    }

    static Cause wrongOperand(String builtin, Shape operand, Set<Kind> wanted) {
        return Cause.error(
                Codes.TYPE_MISMATCH,
                builtin + " needs " + Kind.phrase(wanted) + ", and " + told(operand) + " is "
                        + Kind.phrase(operand.kinds()) + ": every question that comes here would be refused");
    }

    static Cause notIterable(Shape source) {
        return Cause.error(
                Codes.TYPE_MISMATCH,
                told(source) + " is " + Kind.phrase(source.kinds()) + ", which has no elements to go through; read a"
                        + " list, a set or an object");
    }

    static Cause alwaysHolds() {
        return Cause.error(
                Codes.NEVER_MATCHES, "what is negated here always holds, so the negation never does; remove it");
    }

    static Cause shadowed() {
        return Cause.warning(
                Codes.SHADOWED,
                "what stands before always has a value, so this else is never reached; remove it, or give the rule"
                        + " before it a condition");
    }

    /** What a shape is called in a sentence. */
    private static String told(Shape shape) {
        return switch (shape) {
            case Shape.Asked asked -> asked.path();
            case Shape.Stored(var node) -> node.path();
            case Shape.Exactly(var values) ->
                listed(values.stream().sorted().map(RegoValue::toString).toList());
            case Shape.Never _, Shape.Unknown _, Shape.OfKind _, Shape.Built _, Shape.Many _ -> "the other value";
        };
    }

    /** The same with all values it can have. */
    private static String whole(Shape shape) {
        return shape instanceof Shape.Exactly || shape.listed().isEmpty()
                ? told(shape)
                : told(shape) + " (one of "
                        + listed(shape.listed().get().stream()
                                .sorted()
                                .map(RegoValue::toString)
                                .toList())
                        + ")";
    }

    private static String listed(List<String> names) {
        String text = String.join(", ", names.stream().limit(NAMES_MAX).toList());
        return names.size() > NAMES_MAX ? text + ", …" : text;
    }
}

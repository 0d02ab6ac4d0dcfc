package io.writ.governance.policy.rego.builtin;

import static java.util.Map.entry;

import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoBoolean;
import io.writ.governance.policy.rego.value.RegoNumber;
import io.writ.governance.policy.rego.value.RegoObject;
import io.writ.governance.policy.rego.value.RegoSet;
import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Over all elements of a collection, and membership in one. */
final class Aggregates {

    private Aggregates() {}

    static Map<String, Builtin> family() {
        return Map.ofEntries(
                entry("count", Aggregates::count),
                entry("sum", call -> fold(call, RegoNumber.ZERO, Arithmetic::plus)),
                entry("product", Aggregates::product),
                entry("max", call -> extreme(call, 1)),
                entry("min", call -> extreme(call, -1)),
                entry("sort", Aggregates::sort),
                entry("all", Aggregates::all),
                entry("any", Aggregates::any),
                entry("internal.member_2", Aggregates::member),
                entry("internal.member_3", Aggregates::memberUnderKey));
    }

    private static RegoNumber count(BuiltinCall call) {
        return RegoNumber.of(
                switch (call.any(0)) {
                    case RegoArray array -> array.size();
                    case RegoObject object -> object.size();
                    case RegoSet set -> set.size();
                    case RegoString text ->
                        text.value().codePointCount(0, text.value().length());
                    default -> throw call.refused(0, "one of {array, object, set, string}");
                });
    }

    /** Exact for integers; with a fraction among them, in the shorter binary fractions that OPA starts from here. */
    private static RegoNumber product(BuiltinCall call) {
        List<RegoNumber> factors = new ArrayList<>();
        RegoNumber _ = fold(call, RegoNumber.of(1), (_, factor) -> {
            factors.add(factor);
            return factor;
        });
        return factors.stream().allMatch(factor -> factor.integer().isPresent())
                ? factors.stream().reduce(RegoNumber.of(1), Arithmetic::times)
                : BinaryFloat.product(factors);
    }

    /** Exact over integers; in OPA's binary floating point as soon as one element is none. */
    private static RegoNumber fold(BuiltinCall call, RegoNumber start, BinaryOperator<RegoNumber> operation) {
        RegoNumber total = start;
        RegoArray elements = call.elements(0);
        call.meter().charge(elements.size());
        for (RegoValue element : elements) {
            if (!(element instanceof RegoNumber number)) {
                throw new BuiltinException(
                        "operand 1 must be collection of numbers but has an element of type " + element.typeName());
            }
            total = operation.apply(total, number);
        }
        return total;
    }

    private static @Nullable RegoValue extreme(BuiltinCall call, int direction) {
        RegoValue best = null;
        for (RegoValue element : call.elements(0)) {
            if (best == null || element.compareTo(best) * direction >= 0) {
                best = element;
            }
        }
        return best;
    }

    private static RegoValue sort(BuiltinCall call) {
        RegoArray elements = call.elements(0);
        call.meter().charge(elements.size());
        return RegoArray.of(
                StreamSupport.stream(elements.spliterator(), false).sorted().toList());
    }

    private static RegoBoolean all(BuiltinCall call) {
        return RegoBoolean.of(
                StreamSupport.stream(call.elements(0).spliterator(), false).allMatch(RegoBoolean.TRUE::equals));
    }

    private static RegoBoolean any(BuiltinCall call) {
        return RegoBoolean.of(has(call.elements(0), RegoBoolean.TRUE));
    }

    private static RegoBoolean member(BuiltinCall call) {
        return RegoBoolean.of(
                switch (call.any(1)) {
                    case RegoSet set -> set.contains(call.any(0));
                    case RegoArray array -> has(array, call.any(0));
                    case RegoObject object -> has(object.values(), call.any(0));
                    default -> false;
                });
    }

    private static boolean has(RegoArray elements, RegoValue wanted) {
        for (RegoValue element : elements) {
            if (element.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static RegoBoolean memberUnderKey(BuiltinCall call) {
        RegoValue key = call.any(0);
        RegoValue value = call.any(1);
        return RegoBoolean.of(
                switch (call.any(2)) {
                    case RegoSet set -> key.equals(value) && set.contains(key);
                    case RegoObject object -> value.equals(object.member(key));
                    case RegoArray array ->
                        key instanceof RegoNumber number
                                && number.intValue()
                                        .filter(index -> index >= 0 && index < array.size())
                                        .map(index -> array.element(index).equals(value))
                                        .orElse(false);
                    default -> false;
                });
    }
}

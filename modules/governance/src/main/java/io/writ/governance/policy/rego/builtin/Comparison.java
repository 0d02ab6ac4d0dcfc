package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.RegoBoolean;
import java.util.Map;
import java.util.function.IntPredicate;

/** Equality and order over all values. */
final class Comparison {

    private Comparison() {}

    static Map<String, Builtin> family() {
        return Map.of(
                "equal", call -> equal(call, true),
                "neq", call -> equal(call, false),
                "lt", call -> ordered(call, order -> order < 0),
                "lte", call -> ordered(call, order -> order <= 0),
                "gt", call -> ordered(call, order -> order > 0),
                "gte", call -> ordered(call, order -> order >= 0));
    }

    private static RegoBoolean equal(BuiltinCall call, boolean wanted) {
        return RegoBoolean.of(call.any(0).equals(call.any(1)) == wanted);
    }

    private static RegoBoolean ordered(BuiltinCall call, IntPredicate wanted) {
        return RegoBoolean.of(wanted.test(call.any(0).compareTo(call.any(1))));
    }
}

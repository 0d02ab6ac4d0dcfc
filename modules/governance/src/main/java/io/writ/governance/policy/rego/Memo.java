package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.RegoValue;
import org.jspecify.annotations.Nullable;

/** The values of rules under one input and data; {@code with} opens another. */
final class Memo {

    private final @Nullable RegoValue[] values;
    private final boolean[] known;
    private final @Nullable Memo outer;

    Memo(int functions, @Nullable Memo outer) {
        this.values = new @Nullable RegoValue[functions];
        this.known = new boolean[functions];
        this.outer = outer;
    }

    boolean knows(int function) {
        return known[function];
    }

    /** Null when the rule is known to be undefined. */
    @Nullable
    RegoValue value(int function) {
        return values[function];
    }

    void keep(int function, @Nullable RegoValue value) {
        values[function] = value;
        known[function] = true;
    }

    @Nullable
    Memo outer() {
        return outer;
    }
}

package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.RegoValue;
import org.jspecify.annotations.Nullable;

/** The values of rules under one input and data; {@code with} opens another. */
final class Memo {

    private final @Nullable RegoValue[] values;
    private final boolean[] known;

    /** What the journal has for each rule: a slice, or nothing. */
    private final int[] slices;

    private final @Nullable Memo outer;

    Memo(int functions, @Nullable Memo outer) {
        this.values = new @Nullable RegoValue[functions];
        this.known = new boolean[functions];
        this.slices = new int[functions];
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

    /** The entry of the journal that stands for the rule; 0 when there is none. */
    int slice(int function) {
        return slices[function];
    }

    void keepSlice(int function, int slice) {
        slices[function] = slice;
    }

    @Nullable
    Memo outer() {
        return outer;
    }
}

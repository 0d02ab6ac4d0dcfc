package io.writ.governance.policy.rego.value;

/**
 * What a local variable of a running plan may hold: a value, or a collection that is still growing. A class, like the
 * kinds of it, because telling classes apart is what an evaluation does most, and is slower with interfaces.
 */
public abstract sealed class Slot permits RegoValue, Growing {

    /** The value as of now. */
    public abstract RegoValue frozen();
}

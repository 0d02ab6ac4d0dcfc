package io.writ.governance.policy.rego.value;

/** What a local variable of a running plan may hold: a value, or a collection that is still growing. */
public sealed interface Slot permits RegoValue, Growing {

    /** The value as of now. */
    RegoValue frozen();
}

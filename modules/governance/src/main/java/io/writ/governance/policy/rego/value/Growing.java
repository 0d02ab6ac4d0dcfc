package io.writ.governance.policy.rego.value;

/** A collection under construction; belongs to one evaluation and is never seen outside it. */
public abstract sealed class Growing extends Slot permits ArrayBuilder, ObjectBuilder, SetBuilder {

    /** How many elements it has. */
    public abstract int size();
}

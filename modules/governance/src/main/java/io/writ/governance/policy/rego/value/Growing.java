package io.writ.governance.policy.rego.value;

/** A collection under construction; belongs to one evaluation and is never seen outside it. */
public sealed interface Growing extends Slot permits ArrayBuilder, ObjectBuilder, SetBuilder {

    /** How many elements it has. */
    int size();
}

package io.writ.governance.policy.rego.builtin;

/** What an evaluation lends to a builtin: a share of its budget and its compiled patterns. */
public interface Meter {

    /** Takes this many steps from the budget; ends the evaluation when it has not so many. */
    void charge(long steps);

    /** Ends the evaluation when a collection or a string of this size may not be built. */
    void admit(long size);

    /** Patterns compiled earlier. */
    Patterns patterns();
}

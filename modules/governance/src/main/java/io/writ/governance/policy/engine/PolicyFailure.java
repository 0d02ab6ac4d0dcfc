package io.writ.governance.policy.engine;

/** Why there is no answer that can be trusted. Every one of these is served as a denial. */
public enum PolicyFailure {
    /** The question is not one that policy could be asked; the engine never saw it. */
    INPUT_INVALID("input.invalid"),
    /** Nothing is loaded, or the engine cannot be reached in time. */
    UNAVAILABLE("policy.unavailable"),
    /** What is loaded is older than it may be. */
    STALE("policy.stale"),
    /** Another version answered than the one that was asked. */
    VERSION_MISMATCH("policy.version_mismatch"),
    /** The policy has no answer at all, or more than one. */
    UNDEFINED("policy.undefined"),
    /** There is an answer, and it is not a decision document. */
    MALFORMED("policy.malformed"),
    /** Rules contradicted each other, a builtin refused its operands, or the engine broke. */
    ERROR("policy.error"),
    /** The answer would have taken longer than an answer may. */
    BUDGET("policy.budget"),
    /** The answer obliges to something that nobody here can carry out. */
    OBLIGATION_UNSUPPORTED("obligation.unsupported");

    private final String code;

    PolicyFailure(String code) {
        this.code = code;
    }

    /** The stable code. */
    public String code() {
        return code;
    }
}

package io.writ.governance.policy.check;

/** The stable codes of findings. */
final class Codes {

    /** Reads a part of the input that the schema does not have. */
    static final String UNKNOWN_INPUT = "policy.check.unknown_input";

    /** Reads a part of the data that neither data nor schema have. */
    static final String UNKNOWN_DATA = "policy.check.unknown_data";

    /** Compares, or hands to a builtin, what has another type. */
    static final String TYPE_MISMATCH = "policy.check.type_mismatch";

    /** Can never hold. */
    static final String NEVER_MATCHES = "policy.check.never_matches";

    /** Holds whatever is asked. */
    static final String ALWAYS_MATCHES = "policy.check.always_matches";

    /** Is never reached, or adds nothing, because of another. */
    static final String SHADOWED = "policy.check.shadowed";

    /** Data that has another form than the schema of the grants. */
    static final String MISSHAPEN_DATA = "policy.check.misshapen_data";

    /** Names what does not exist. */
    static final String UNKNOWN_REFERENCE = "policy.check.unknown_reference";

    /** No tenant recognises the role, so nobody holds it. */
    static final String UNCOVERED_ROLE = "policy.check.uncovered_role";

    /** No role can use the operator on anything. */
    static final String UNCOVERED_OPERATOR = "policy.check.uncovered_operator";

    /** No role can read the view or collection. */
    static final String UNCOVERED_VIEW = "policy.check.uncovered_view";

    /** An ordinary question has no answer. */
    static final String UNDEFINED_ANSWER = "policy.check.undefined_answer";

    /** The policy is too large for a proof. */
    static final String UNPROVEN = "policy.check.unproven";

    private Codes() {}
}

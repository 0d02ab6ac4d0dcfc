package io.writ.governance.policy.rego.builtin;

/** A builtin refuses its operands. Without a stack trace: policies cause it, not faults of this program. */
public final class BuiltinException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BuiltinException(String message) {
        super(message, null, false, false);
    }
}

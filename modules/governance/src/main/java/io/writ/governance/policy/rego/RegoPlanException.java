package io.writ.governance.policy.rego;

/** A plan that cannot be run here: unreadable, or uses something this evaluator does not know. */
public final class RegoPlanException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RegoPlanException(String message) {
        super(message);
    }

    public RegoPlanException(String message, Throwable cause) {
        super(message, cause);
    }
}

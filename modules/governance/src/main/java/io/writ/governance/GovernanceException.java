package io.writ.governance;

/** Infrastructure is broken: the message says what was attempted. Whoever sees it releases nothing. */
public final class GovernanceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GovernanceException(String attempt) {
        super(attempt);
    }

    public GovernanceException(String attempt, Throwable cause) {
        super(attempt, cause);
    }
}

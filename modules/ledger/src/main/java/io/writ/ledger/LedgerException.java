package io.writ.ledger;

/** The ledger could not do what was asked. Whoever sees it withholds the result. */
public final class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LedgerException(String attempt) {
        super(attempt);
    }

    public LedgerException(String attempt, Throwable cause) {
        super(attempt, cause);
    }
}

package io.writ.cli.ledger;

import io.writ.cli.CommandFailure;
import io.writ.ledger.LedgerException;

/** What the ledger could not do, in one line for a user. */
final class LedgerFailure {

    private LedgerFailure() {}

    /** With the database user whose rights may be the reason. */
    static CommandFailure of(LedgerException failure, String user) {
        return new CommandFailure(failure.getMessage() + " (as " + user + ")" + reason(failure), failure);
    }

    static CommandFailure of(LedgerException failure) {
        return new CommandFailure(failure.getMessage() + reason(failure), failure);
    }

    /** Causes of files and databases say what happened: that a disk is full, that a password is wrong. */
    private static String reason(LedgerException failure) {
        Throwable cause = failure.getCause();
        String known = String.valueOf(failure.getMessage());
        return cause == null || cause.getMessage() == null || known.contains(cause.getMessage())
                ? ""
                : ": " + cause.getMessage();
    }
}

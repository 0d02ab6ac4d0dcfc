package io.writ.governance.persistence;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Logs what went wrong with the database, without what the database said about rows: it likes to quote them, and a log
 * has other readers than a record. Their state says what kind of refusal it was.
 */
final class FailureLog {

    /** Bounds a chain of causes that leads back to itself. */
    private static final int CAUSES_MAX = 20;

    private FailureLog() {}

    static void log(Logger log, Level level, String what, Throwable failure) {
        Optional<SQLException> quoting = quoting(failure);
        if (quoting.isPresent()) {
            log.log(
                    level,
                    "{0}: {1}, SQL state {2}",
                    what,
                    failure.getClass().getName(),
                    quoting.get().getSQLState());
        } else {
            log.log(level, what, failure);
        }
    }

    /**
     * Whether the state is not one of connection, resources, intervention or the system (classes 08, 53, 57, 58, XX): then
     * what was refused is the rows.
     */
    static boolean isAboutRows(SQLException why) {
        String state = why.getSQLState();
        return state != null
                && !state.startsWith("08")
                && !state.startsWith("53")
                && !state.startsWith("57")
                && !state.startsWith("58")
                && !state.startsWith("XX");
    }

    private static Optional<SQLException> quoting(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            if (cause instanceof SQLException refusal && isAboutRows(refusal)) {
                return Optional.of(refusal);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}

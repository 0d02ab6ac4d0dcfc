package io.writ.governance.persistence;

import io.writ.governance.RefusalReason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** One new transaction on the recording database. */
public interface RecordingTransaction {

    /** Runs the work and commits; rolls back when the work returns nothing or fails. */
    <T> Ending<T> run(Work<T> work);

    /**
     * What is done in the transaction; nothing means roll back.
     *
     * @param <T> what is worth committing
     */
    @FunctionalInterface
    interface Work<T> {

        /** Is done first, while the transaction holds no connection: what may itself need one belongs here. */
        default void prepare() {}

        Optional<T> on(Connection connection) throws SQLException;
    }

    /**
     * How the transaction ended.
     *
     * @param <T> what was worth committing
     */
    sealed interface Ending<T> {

        record Committed<T>(T value) implements Ending<T> {}

        record RolledBack<T>() implements Ending<T> {}

        /** Nothing was written. */
        record Failed<T>(RefusalReason reason) implements Ending<T> {}

        /** The database refused a statement; nothing was written. Who asked for it knows what that means, and tells. */
        record Refused<T>(SQLException why) implements Ending<T> {}

        /** The commit was sent and not confirmed; only the database knows. */
        record Unconfirmed<T>(T value) implements Ending<T> {}
    }
}

package io.writ.governance.persistence;

import io.writ.governance.RefusalReason;
import io.writ.ledger.LedgerException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** A transaction without a container: one connection, and a commit that a test may lose. */
public final class PlainRecording implements RecordingTransaction {

    /** What happens when the work is done. */
    public enum Commit {
        CONFIRMED,
        /** Committed, but the answer is lost. */
        ANSWER_LOST,
        /** Rolled back, and the answer is lost. */
        LOST
    }

    private final DataSource database;
    private final Commit commit;

    public PlainRecording(DataSource database) {
        this(database, Commit.CONFIRMED);
    }

    public PlainRecording(DataSource database, Commit commit) {
        this.database = database;
        this.commit = commit;
    }

    @Override
    public <T> Ending<T> run(Work<T> work) {
        try {
            work.prepare();
        } catch (LedgerException broken) {
            return new Ending.Failed<>(RefusalReason.LEDGER_DOWN);
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Optional<T> done = work.on(connection);
                if (done.isEmpty()) {
                    connection.rollback();
                    return new Ending.RolledBack<>();
                }
                return end(connection, done.get());
            } catch (SQLException refused) {
                connection.rollback();
                return new Ending.Refused<>(refused);
            } catch (LedgerException broken) {
                connection.rollback();
                return new Ending.Failed<>(RefusalReason.LEDGER_DOWN);
            }
        } catch (SQLException down) {
            return new Ending.Failed<>(RefusalReason.DATABASE_DOWN);
        }
    }

    private <T> Ending<T> end(Connection connection, T value) throws SQLException {
        return switch (commit) {
            case CONFIRMED -> {
                connection.commit();
                yield new Ending.Committed<>(value);
            }
            case ANSWER_LOST -> {
                connection.commit();
                yield new Ending.Unconfirmed<>(value);
            }
            case LOST -> {
                connection.rollback();
                yield new Ending.Unconfirmed<>(value);
            }
        };
    }
}

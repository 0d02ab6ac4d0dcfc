package io.writ.governance.persistence;

import io.writ.governance.RefusalReason;
import io.writ.ledger.LedgerException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Recording in a container-managed transaction, so that the ledger's lane learns how it ended. */
public final class JtaRecording implements RecordingTransaction {

    private static final Logger LOG = System.getLogger(JtaRecording.class.getName());

    private final UserTransaction transaction;
    private final DataSource database;

    public JtaRecording(UserTransaction transaction, DataSource database) {
        this.transaction = transaction;
        this.database = database;
    }

    @Override
    public <T> Ending<T> run(Work<T> work) {
        try {
            transaction.begin();
        } catch (NotSupportedException | SystemException notBegun) {
            return failed(RefusalReason.DATABASE_DOWN, "begin", notBegun);
        }
        Optional<T> done;
        try (Connection connection = connection(work)) {
            done = perform(work, connection);
        } catch (Refusal refused) {
            rollback();
            return new Ending.Refused<>(refused.why);
        } catch (LedgerException ledgerDown) {
            rollback();
            return failed(RefusalReason.LEDGER_DOWN, "append", ledgerDown);
        } catch (SQLException | RuntimeException databaseDown) {
            rollback();
            return failed(RefusalReason.DATABASE_DOWN, "connect", databaseDown);
        }
        if (done.isEmpty()) {
            rollback();
            return new Ending.RolledBack<>();
        }
        return commit(done.get());
    }

    /** Preparing first: callers that hold all connections of a pool while each waits for one more wait in vain. */
    private <T> Connection connection(Work<T> work) throws SQLException {
        work.prepare();
        return database.getConnection();
    }

    /** A connection that works and a statement that does not is told apart from a database that is not there. */
    private static <T> Optional<T> perform(Work<T> work, Connection connection) throws Refusal {
        try {
            return work.on(connection);
        } catch (SQLException refused) {
            throw new Refusal(refused);
        }
    }

    private <T> Ending<T> commit(T value) {
        try {
            transaction.commit();
            return new Ending.Committed<>(value);
        } catch (RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException
                | SystemException
                | RuntimeException unconfirmed) {
            // Even a rollback exception may hide a commit whose answer was lost: the database is asked.
            FailureLog.log(LOG, Level.WARNING, "the commit of a record was not confirmed", unconfirmed);
            rollback();
            return new Ending.Unconfirmed<>(value);
        }
    }

    private void rollback() {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException | RuntimeException alreadyGone) {
            FailureLog.log(LOG, Level.WARNING, "the rollback of a record was not confirmed", alreadyGone);
        }
    }

    private static <T> Ending<T> failed(RefusalReason reason, String step, Exception cause) {
        FailureLog.log(LOG, Level.ERROR, "a record could not be written, step " + step, cause);
        return new Ending.Failed<>(reason);
    }

    /** Carries what the statement was refused with past the closing of its connection. */
    private static final class Refusal extends Exception {

        private static final long serialVersionUID = 1;

        private final SQLException why;

        Refusal(SQLException why) {
            super(why);
            this.why = why;
        }
    }
}

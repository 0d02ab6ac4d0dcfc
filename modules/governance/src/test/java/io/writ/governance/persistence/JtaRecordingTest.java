package io.writ.governance.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.RefusalReason;
import io.writ.governance.persistence.RecordingTransaction.Ending;
import io.writ.ledger.LedgerException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class JtaRecordingTest {

    private final Transaction transaction = new Transaction();
    private final JtaRecording recording = new JtaRecording(transaction, TestDatabase.app());

    @Test
    void workThatSucceedsIsCommitted() {
        assertThat(recording.run(_ -> Optional.of("done"))).isEqualTo(new Ending.Committed<>("done"));
        assertThat(transaction.steps).containsExactly("begin", "commit");
    }

    @Test
    void workThatReturnsNothingIsRolledBack() {
        assertThat(recording.run(_ -> Optional.empty())).isEqualTo(new Ending.RolledBack<>());
        assertThat(transaction.steps).containsExactly("begin", "rollback");
    }

    @Test
    void aLedgerWithoutLanesIsDown() {
        assertThat(recording.run(_ -> {
                    throw new LedgerException("leasing a lane");
                }))
                .isEqualTo(new Ending.Failed<>(RefusalReason.LEDGER_DOWN));
        assertThat(transaction.steps).containsExactly("begin", "rollback");
    }

    @Test
    void aStatementThatFailsIsRolledBackAndHandedOn() {
        SQLException why = new SQLException("duplicate key");

        assertThat(recording.run(_ -> {
                    throw why;
                }))
                .isEqualTo(new Ending.Refused<>(why));
        assertThat(transaction.steps).containsExactly("begin", "rollback");
    }

    @Test
    void whatMayNeedAConnectionOfItsOwnIsDoneBeforeTheTransactionHoldsOne() {
        var unreachable = new PGSimpleDataSource();
        unreachable.setPortNumbers(new int[] {1});

        assertThat(new JtaRecording(transaction, unreachable).run(new NoLane()))
                .isEqualTo(new Ending.Failed<>(RefusalReason.LEDGER_DOWN));
        assertThat(transaction.steps).containsExactly("begin", "rollback");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsDown() {
        var unreachable = new PGSimpleDataSource();
        unreachable.setPortNumbers(new int[] {1});

        assertThat(new JtaRecording(transaction, unreachable).run(_ -> Optional.of("done")))
                .isEqualTo(new Ending.Failed<>(RefusalReason.DATABASE_DOWN));
        assertThat(transaction.steps).containsExactly("begin", "rollback");
    }

    @Test
    void aCommitThatFailsLeavesTheOutcomeOpen() {
        transaction.commitFails = true;

        assertThat(recording.run(_ -> Optional.of("done"))).isEqualTo(new Ending.Unconfirmed<>("done"));
    }

    @Test
    void aTransactionThatCannotBeginFails() {
        transaction.beginFails = true;

        assertThat(recording.run(_ -> Optional.of("done"))).isEqualTo(new Ending.Failed<>(RefusalReason.DATABASE_DOWN));
    }

    /** Finds no lane while it prepares; would find no database either. */
    private static final class NoLane implements RecordingTransaction.Work<String> {

        @Override
        public void prepare() {
            throw new LedgerException("leasing a lane");
        }

        @Override
        public Optional<String> on(Connection connection) {
            return Optional.of("done");
        }
    }

    /** Remembers what it was told. */
    private static final class Transaction implements UserTransaction {

        private final List<String> steps = new ArrayList<>();
        private boolean commitFails;
        private boolean beginFails;
        private int status = Status.STATUS_NO_TRANSACTION;

        @Override
        public void begin() throws SystemException {
            if (beginFails) {
                throw new SystemException("no transactions today");
            }
            steps.add("begin");
            status = Status.STATUS_ACTIVE;
        }

        @Override
        public void commit() throws RollbackException {
            steps.add("commit");
            status = Status.STATUS_NO_TRANSACTION;
            if (commitFails) {
                throw new RollbackException("the connection is gone");
            }
        }

        @Override
        public void rollback() {
            steps.add("rollback");
            status = Status.STATUS_NO_TRANSACTION;
        }

        @Override
        public int getStatus() {
            return status;
        }

        @Override
        public void setRollbackOnly() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setTransactionTimeout(int seconds) {
            throw new UnsupportedOperationException();
        }
    }
}

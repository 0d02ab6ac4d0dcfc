package io.writ.governance.persistence;

import io.writ.governance.GovernanceException;
import io.writ.governance.RefusalReason;
import io.writ.governance.persistence.RecordingTransaction.Ending;
import io.writ.ledger.LedgerEntry;
import io.writ.ledger.append.LaneLease;
import io.writ.ledger.append.Lanes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Path T: one decision in one transaction of one statement, which waits for its session if somebody holds it. */
final class SingleRecording implements Recording {

    private static final Logger LOG = System.getLogger(SingleRecording.class.getName());

    private final RecordingTransaction transactions;
    private final Lanes lanes;
    private final StoredDecisions stored;

    SingleRecording(RecordingTransaction transactions, Lanes lanes, StoredDecisions stored) {
        this.transactions = transactions;
        this.lanes = lanes;
        this.stored = stored;
    }

    @Override
    public <T> Attempt<T> write(Gate<T> gate, Storable decision) {
        return switch (transactions.run(new Insertion<>(gate, decision, true))) {
            case Ending.Committed<T>(T value) -> new Attempt.Recorded<>(value);
            case Ending.RolledBack<T> _ -> new Attempt.Closed<>();
            case Ending.Failed<T>(RefusalReason reason) -> new Attempt.Lost<>(reason);
            case Ending.Refused<T>(SQLException why) -> refused(decision, why);
            case Ending.Unconfirmed<T>(T value) -> confirm(decision, value);
        };
    }

    /** For somebody who cannot wait for a session that another transaction holds: then there is no answer. */
    <T> Optional<Attempt<T>> writeImpatiently(Gate<T> gate, Storable decision) {
        return switch (transactions.run(new Insertion<>(gate, decision, false))) {
            case Ending.Committed<T>(T value) -> Optional.of(new Attempt.Recorded<>(value));
            case Ending.RolledBack<T> _ -> Optional.of(new Attempt.Closed<>());
            case Ending.Failed<T>(RefusalReason reason) -> Optional.of(new Attempt.Lost<>(reason));
            case Ending.Refused<T> _ -> Optional.empty();
            case Ending.Unconfirmed<T>(T value) -> Optional.of(confirm(decision, value));
        };
    }

    /** A database that works and does not take the record: the record cannot be kept, so the ledger is down. */
    private static <T> Attempt<T> refused(Storable decision, SQLException why) {
        FailureLog.log(
                LOG,
                Level.ERROR,
                "the database refused decision " + decision.row().id(),
                why);
        return new Attempt.Lost<>(RefusalReason.LEDGER_DOWN);
    }

    private <T> Attempt<T> confirm(Storable decision, T value) {
        try {
            return stored.among(decision.row().tenant(), List.of(decision.row().id()))
                            .isEmpty()
                    ? new Attempt.Lost<>(RefusalReason.LEDGER_DOWN)
                    : new Attempt.Recorded<>(value);
        } catch (GovernanceException databaseDown) {
            return new Attempt.Lost<>(RefusalReason.DATABASE_DOWN);
        }
    }

    /** The one statement. Its lane is leased before the transaction takes a connection. */
    private final class Insertion<T> implements RecordingTransaction.Work<T> {

        private final Gate<T> gate;
        private final Storable decision;
        private final boolean patient;
        private @Nullable LaneLease lease;

        Insertion(Gate<T> gate, Storable decision, boolean patient) {
            this.gate = gate;
            this.decision = decision;
            this.patient = patient;
        }

        @Override
        public void prepare() {
            lease = lanes.lease();
        }

        @Override
        public Optional<T> on(Connection connection) throws SQLException {
            LaneLease leased = Objects.requireNonNull(lease, "the lane is leased before there is a connection");
            try (TenantStatement statement = statement(connection)) {
                gate.bind(statement);
                DecisionRow row = decision.row();
                LedgerEntry entry = leased.next(row.standing().kind(), row.id(), decision.leaf());
                RecordingSql.bind(statement, decision, entry);
                ResultSet written = statement.rows();
                return written.next() ? Optional.of(gate.read(written)) : Optional.empty();
            }
        }

        private TenantStatement statement(Connection connection) throws SQLException {
            return patient
                    ? TenantStatement.patient(connection, decision.row().tenant(), gate.sql())
                    : TenantStatement.impatient(connection, decision.row().tenant(), gate.sql());
        }
    }
}

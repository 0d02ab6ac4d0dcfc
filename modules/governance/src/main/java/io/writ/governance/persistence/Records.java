package io.writ.governance.persistence;

import io.writ.governance.GovernanceException;
import io.writ.governance.RefusalReason;
import io.writ.governance.TenantId;
import io.writ.governance.persistence.RecordingTransaction.Ending;
import io.writ.governance.session.Progress;
import io.writ.ledger.LedgerEntry;
import io.writ.ledger.append.LaneLease;
import io.writ.ledger.append.Lanes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes decisions: each in one transaction of one statement, with its ledger entry, or not at all. */
public final class Records {

    private static final String EXISTS = "select 1 from writ.decision where decision_id = ?";

    private final RecordingTransaction transactions;
    private final Lanes lanes;
    private final DataSource database;
    private final SubjectKeys keys;

    public Records(RecordingTransaction transactions, Lanes lanes, DataSource database, SubjectKeys keys) {
        this.transactions = transactions;
        this.lanes = lanes;
        this.database = database;
        this.keys = keys;
    }

    /** Records an answered call and charges its session for it. */
    public Attempt<Progress> call(Charge charge, DecisionRow row) {
        return write(new CallGate(charge), row);
    }

    /** Records the opening of a session, with the session. */
    public Attempt<String> open(NewSession session, DecisionRow row) {
        return write(new OpenGate(session, row, standing(row, Standing.Intent.class)), row);
    }

    /** Records the end of a session, once, and if what it states of the run is all of it. */
    public Attempt<String> close(Closing closing, DecisionRow row) {
        return write(new CloseGate(closing, standing(row, Standing.Ending.class)), row);
    }

    /** Records that a session has no end, once, and if what it states of the run is all of it. */
    public Attempt<String> lapse(DecisionRow row) {
        Standing.Ending gap = standing(row, Standing.Ending.class);
        return write(new LapseGate(row, gap, gap.run().orElseThrow()), row);
    }

    /**
     * Records something that costs nobody anything: a refusal, or a question about policy or the archive. About a run
     * that has ended only {@link Standing#decisionAfterEnd} is recorded, and about one that is open only anything else.
     */
    public Attempt<Integer> note(DecisionRow row) {
        return write(new NoteGate(row), row);
    }

    /** Announces an effect before it happens. Whoever announces it settles it, or it becomes a gap when it is due. */
    public Attempt<Integer> intend(DecisionRow row) {
        return write(new IntentGate(row, standing(row, Standing.Intent.class)), row);
    }

    /** Ends an announced effect, once; closed when it has an end already. */
    public Attempt<Integer> settle(DecisionRow row) {
        return write(new SettleGate(row, standing(row, Standing.Ending.class)), row);
    }

    private static <S extends Standing> S standing(DecisionRow row, Class<S> needed) {
        if (!needed.isInstance(row.standing())) {
            throw new IllegalArgumentException(
                    "record " + row.id() + " is a " + row.standing().wireName());
        }
        return needed.cast(row.standing());
    }

    private <T> Attempt<T> write(Gate<T> gate, DecisionRow row) {
        List<SealedValue> personal;
        try {
            personal = keys.sealed(row.tenant(), row.personal());
        } catch (GovernanceException databaseDown) {
            return new Attempt.Lost<>(RefusalReason.DATABASE_DOWN);
        }
        Ending<T> ending = transactions.run(new Insertion<>(gate, row, personal));
        return switch (ending) {
            case Ending.Committed<T>(T value) -> new Attempt.Recorded<>(value);
            case Ending.RolledBack<T> _ -> new Attempt.Closed<>();
            case Ending.Failed<T>(RefusalReason reason) -> new Attempt.Lost<>(reason);
            case Ending.Unconfirmed<T>(T value) -> confirm(row, value);
        };
    }

    private <T> Attempt<T> confirm(DecisionRow row, T value) {
        try {
            return exists(row.tenant(), row.id())
                    ? new Attempt.Recorded<>(value)
                    : new Attempt.Lost<>(RefusalReason.LEDGER_DOWN);
        } catch (GovernanceException databaseDown) {
            return new Attempt.Lost<>(RefusalReason.DATABASE_DOWN);
        }
    }

    private boolean exists(TenantId tenant, UUID decision) {
        try (Connection connection = database.getConnection();
                TenantStatement statement = TenantStatement.prepare(connection, tenant, EXISTS)) {
            return statement.uuid(decision).rows().next();
        } catch (SQLException databaseDown) {
            throw new GovernanceException("looking for decision " + decision, databaseDown);
        }
    }

    /** The one statement of a recording. Its lane is leased before the transaction takes a connection. */
    private final class Insertion<T> implements RecordingTransaction.Work<T> {

        private final Gate<T> gate;
        private final DecisionRow row;
        private final List<SealedValue> personal;
        private @Nullable LaneLease lease;

        Insertion(Gate<T> gate, DecisionRow row, List<SealedValue> personal) {
            this.gate = gate;
            this.row = row;
            this.personal = personal;
        }

        @Override
        public void prepare() {
            lease = lanes.lease();
        }

        @Override
        public Optional<T> on(Connection connection) throws SQLException {
            LaneLease leased = Objects.requireNonNull(lease, "the lane is leased before there is a connection");
            try (TenantStatement statement = TenantStatement.prepare(connection, row.tenant(), gate.sql())) {
                gate.bind(statement);
                LedgerEntry entry = leased.next(
                        row.standing().kind(), row.id(), row.canonical().leaf());
                RecordingSql.bind(statement, row, personal, entry);
                ResultSet written = statement.rows();
                return written.next() ? Optional.of(gate.read(written)) : Optional.empty();
            }
        }
    }
}

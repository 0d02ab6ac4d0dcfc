package io.writ.governance.persistence;

import io.writ.ledger.LedgerEntry;
import io.writ.ledger.append.LaneLease;
import io.writ.ledger.append.Lanes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One transaction for many decisions of one tenant: ask the gates, chain what passed, insert it. */
final class Batch implements RecordingTransaction.Work<List<Passed<?>>> {

    private final Lanes lanes;
    private final List<Queued<?>> decisions;
    private @Nullable LaneLease lease;

    Batch(Lanes lanes, List<Queued<?>> decisions) {
        this.lanes = lanes;
        this.decisions = List.copyOf(decisions);
    }

    @Override
    public void prepare() {
        lease = lanes.lease();
    }

    /** The chain is made of what passed only, so a closed gate leaves no hole in the lane. */
    @Override
    public Optional<List<Passed<?>>> on(Connection connection) throws SQLException {
        LaneLease leased = Objects.requireNonNull(lease, "the lane is leased before there is a connection");
        List<Passed<?>> passed = BatchGates.ask(connection, decisions);
        if (passed.isEmpty()) {
            return Optional.empty();
        }
        List<Storable> rows = new ArrayList<>();
        List<LedgerEntry> entries = new ArrayList<>();
        for (Passed<?> one : passed) {
            Storable stored = one.decision().stored();
            rows.add(stored);
            DecisionRow row = stored.row();
            entries.add(leased.next(row.standing().kind(), row.id(), stored.leaf()));
        }
        BatchInsert.execute(connection, decisions.getFirst().tenant(), rows, entries);
        return Optional.of(passed);
    }
}

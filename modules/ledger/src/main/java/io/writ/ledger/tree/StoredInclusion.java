package io.writ.ledger.tree;

import io.writ.evidence.Digest;
import io.writ.ledger.EntryKind;
import io.writ.ledger.InclusionOutcome;
import io.writ.ledger.LedgerEntry;
import io.writ.ledger.merkle.InclusionProof;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Builds the inclusion proof of one entry. */
final class StoredInclusion {

    private static final String ENTRY = """
            select e.lane, e.seq, e.kind, e.leaf_hash, e.entry_hash, coalesce(before.entry_hash, l.genesis),
                   place.tree_index + e.seq - place.from_seq, place.n + place.from_seq > e.seq
            from writ.ledger_entry e
            join writ.ledger_lane l using (lane)
            left join writ.ledger_entry before on before.lane = e.lane and before.seq = e.seq - 1
            left join lateral (select r.tree_index, r.from_seq, r.n from writ.tree_range r
                               where r.lane = e.lane and r.from_seq <= e.seq
                               order by r.from_seq desc limit 1) place on true
            where e.record_id = ?""";

    private final Connection connection;

    StoredInclusion(Connection connection) {
        this.connection = connection;
    }

    InclusionOutcome of(UUID recordId) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ENTRY)) {
            query.setObject(1, recordId);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? outcome(recordId, rows) : new InclusionOutcome.Unknown();
            }
        }
    }

    private InclusionOutcome outcome(UUID recordId, ResultSet rows) throws SQLException {
        LedgerEntry entry = new LedgerEntry(
                rows.getLong(1),
                rows.getLong(2),
                EntryKind.ofNumber(rows.getInt(3)),
                recordId,
                Digest.ofRaw(rows.getBytes(4)),
                Digest.ofRaw(rows.getBytes(5)));
        Digest previous = Digest.ofRaw(rows.getBytes(6));
        long index = rows.getLong(7);
        boolean folded = rows.getBoolean(8);
        Optional<StoredCheckpoint> newest = new StoredTree(connection).newest();
        if (!folded || newest.isEmpty()) {
            return new InclusionOutcome.Pending(entry);
        }
        long size = newest.get().size();
        InclusionProof proof = InclusionProof.of(index, size, new StoredTiles(connection).upTo(size));
        return new InclusionOutcome.Proven(
                entry,
                previous,
                index,
                size,
                DatabaseTree.digests(proof.path()),
                newest.get().note());
    }
}

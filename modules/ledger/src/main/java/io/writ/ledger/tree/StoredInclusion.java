package io.writ.ledger.tree;

import io.writ.evidence.Digest;
import io.writ.ledger.EntryKind;
import io.writ.ledger.InclusionOutcome;
import io.writ.ledger.LedgerEntry;
import io.writ.ledger.merkle.InclusionProof;
import io.writ.ledger.merkle.Subtrees;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Builds inclusion proofs, all of them under one checkpoint. */
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

    /** One outcome per record, all under the newest checkpoint; what is folded later than that is pending. */
    List<InclusionOutcome> of(List<UUID> recordIds) throws SQLException {
        Optional<StoredCheckpoint> newest = new StoredTree(connection).newest();
        Optional<Subtrees> tree = newest.map(checkpoint -> new StoredTiles(connection).upTo(checkpoint.size()));
        List<InclusionOutcome> outcomes = new ArrayList<>();
        for (UUID recordId : recordIds) {
            Optional<Place> place = place(recordId);
            if (place.isEmpty()) {
                outcomes.add(new InclusionOutcome.Unknown());
            } else if (newest.isEmpty() || !place.get().isBelow(newest.get().size())) {
                outcomes.add(new InclusionOutcome.Pending(place.get().entry()));
            } else {
                outcomes.add(place.get().proven(newest.get(), tree.orElseThrow()));
            }
        }
        return outcomes;
    }

    private Optional<Place> place(UUID recordId) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ENTRY)) {
            query.setObject(1, recordId);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(place(recordId, rows)) : Optional.empty();
            }
        }
    }

    private static Place place(UUID recordId, ResultSet rows) throws SQLException {
        LedgerEntry entry = new LedgerEntry(
                rows.getLong(1),
                rows.getLong(2),
                EntryKind.ofNumber(rows.getInt(3)),
                recordId,
                Digest.ofRaw(rows.getBytes(4)),
                Digest.ofRaw(rows.getBytes(5)));
        return new Place(entry, Digest.ofRaw(rows.getBytes(6)), rows.getLong(7), rows.getBoolean(8));
    }

    /** Where an entry stands; the index means nothing before it is folded. */
    private record Place(LedgerEntry entry, Digest previous, long treeIndex, boolean folded) {

        boolean isBelow(long size) {
            return folded && treeIndex < size;
        }

        InclusionOutcome proven(StoredCheckpoint newest, Subtrees tree) {
            InclusionProof proof = InclusionProof.of(treeIndex, newest.size(), tree);
            return new InclusionOutcome.Proven(
                    entry, previous, treeIndex, newest.size(), DatabaseTree.digests(proof.path()), newest.note());
        }
    }
}

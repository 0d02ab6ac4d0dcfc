package io.writ.ledger.persistence;

import io.writ.evidence.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A stored entry. */
public record EntryRow(long lane, long seq, int kind, UUID recordId, Digest leaf, Digest entry) {

    /** Reads the columns that a row begins with: lane, seq, kind, record_id, leaf_hash and entry_hash. */
    static EntryRow of(ResultSet rows) throws SQLException {
        return new EntryRow(
                rows.getLong(1),
                rows.getLong(2),
                rows.getInt(3),
                rows.getObject(4, UUID.class),
                Digest.ofRaw(rows.getBytes(5)),
                Digest.ofRaw(rows.getBytes(6)));
    }
}

package io.writ.ledger.tree;

import io.writ.ledger.signing.SignatureLine;
import io.writ.ledger.signing.SignedNote;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What witnesses signed, beside the checkpoints. */
final class StoredCosignatures {

    private final Connection connection;

    StoredCosignatures(Connection connection) {
        this.connection = connection;
    }

    /** A witness that is asked twice signs twice; the first signature stays. */
    void keep(long size, List<SignatureLine> lines) throws SQLException {
        String sql = "insert into writ.tree_cosignature (size, witness, line) values (?, ?, ?) on conflict do nothing";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (SignatureLine line : lines) {
                insert.setLong(1, size);
                insert.setString(2, line.name());
                insert.setString(3, line.text());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The checkpoint with the signatures of those who witnessed it. */
    String joined(StoredCheckpoint checkpoint) throws SQLException {
        List<String> lines = new ArrayList<>();
        String sql = "select line from writ.tree_cosignature where size = ? order by witness";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, checkpoint.size());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
        }
        return SignedNote.parse(checkpoint.note()).written() + String.join("", lines);
    }
}

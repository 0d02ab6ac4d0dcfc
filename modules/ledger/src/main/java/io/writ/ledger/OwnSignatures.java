package io.writ.ledger;

import io.writ.ledger.notice.KeyHistory;
import io.writ.ledger.persistence.StoredKeys;
import io.writ.ledger.signing.NoteKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The keys by which a server believes its own log: the one it has, and those to which the log's notices lead from it. */
final class OwnSignatures {

    private final DataSource database;
    private final TreeConfig config;

    OwnSignatures(DataSource database, TreeConfig config) {
        this.database = database;
        this.config = config;
    }

    /** Signatures as of now; nothing on a server without a key. */
    Optional<CheckpointSignatures> signatures() {
        return config.signingKey()
                .map(LogKey::publicKey)
                .map(CheckpointSignatures::trusted)
                .map(own -> {
                    KeyHistory history = history();
                    return new CheckpointSignatures(trusted(own, history), history);
                });
    }

    /** As long as the change of the key is not in the log, the log signs with the previous one. */
    private NoteKey trusted(NoteKey own, KeyHistory history) {
        Optional<NoteKey> previous = config.previousKey().map(LogKey::publicKey).map(CheckpointSignatures::trusted);
        boolean changes = !history.knows(own);
        return previous.filter(_ -> changes).orElse(own);
    }

    private KeyHistory history() {
        try (Connection connection = database.getConnection()) {
            return StoredKeys.read(connection).history();
        } catch (SQLException failure) {
            throw new LedgerException("the keys of the log could not be read", failure);
        }
    }
}

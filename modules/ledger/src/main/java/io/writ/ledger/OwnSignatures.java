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

    /**
     * Signatures as of now; nothing on a server without a key.
     *
     * @param newest checkpoint of the log, read before this
     */
    Optional<CheckpointSignatures> signatures(Optional<String> newest) {
        return config.signingKey()
                .map(LogKey::publicKey)
                .map(CheckpointSignatures::trusted)
                .map(own -> {
                    KeyHistory history = history();
                    return new CheckpointSignatures(trusted(own, history, newest), history);
                });
    }

    /**
     * As long as the change of the key is not in the log, the log signs with the previous one. A log that tells of no key
     * has the one that signed it: a previous key that it never had is not asked, and a sequencer goes on without it too.
     */
    private NoteKey trusted(NoteKey own, KeyHistory history, Optional<String> newest) {
        Optional<NoteKey> previous = config.previousKey().map(LogKey::publicKey).map(CheckpointSignatures::trusted);
        return previous.filter(older -> history.last().isPresent()
                        ? !history.knows(own)
                        : newest.filter(note -> !CheckpointSignatures.isSigned(note, own)
                                        && CheckpointSignatures.isSigned(note, older))
                                .isPresent())
                .orElse(own);
    }

    private KeyHistory history() {
        try (Connection connection = database.getConnection()) {
            return StoredKeys.read(connection).history();
        } catch (SQLException failure) {
            throw new LedgerException("the keys of the log could not be read", failure);
        }
    }
}

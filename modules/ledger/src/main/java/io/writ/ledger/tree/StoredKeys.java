package io.writ.ledger.tree;

import io.writ.ledger.notice.KeyHistory;
import io.writ.ledger.notice.Notice;
import io.writ.ledger.notice.NoticeException;
import io.writ.ledger.notice.Succession;
import io.writ.ledger.persistence.EntryRow;
import io.writ.ledger.persistence.StoredNotices;
import java.sql.Connection;
import java.sql.SQLException;

/** The keys of the stored log. Few rows, however large the log is. */
final class StoredKeys {

    private StoredKeys() {}

    /** The history; a step of it that is not as a sequencer writes it stops the log. */
    static KeyHistory read(Connection connection) throws SQLException {
        KeyHistory history = new KeyHistory();
        new StoredNotices(connection).successions((entry, _, canonical, leafIndex) -> {
            Succession step = succession(entry, canonical);
            history.add(new KeyHistory.Step(entry.lane(), leafIndex, step)).ifPresent(problem -> {
                throw broken(entry, problem);
            });
        });
        return history;
    }

    private static Succession succession(EntryRow entry, byte[] canonical) {
        try {
            if (Notice.parse(canonical) instanceof Succession succession) {
                return succession;
            }
        } catch (NoticeException misread) {
            throw broken(entry, String.valueOf(misread.getMessage()));
        }
        throw broken(entry, "it is of another kind");
    }

    private static TreeBrokenException broken(EntryRow entry, String problem) {
        return new TreeBrokenException("notice " + entry.recordId() + ", lane " + entry.lane() + " entry " + entry.seq()
                + ", cannot be what was written: " + problem);
    }
}

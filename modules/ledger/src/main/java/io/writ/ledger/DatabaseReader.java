package io.writ.ledger;

import io.writ.ledger.persistence.EntryRow;
import io.writ.ledger.persistence.LaneRow;
import io.writ.ledger.persistence.StoredLedger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the log of a database. */
final class DatabaseReader implements LedgerReader {

    private final DataSource database;

    DatabaseReader(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<LedgerEntry> entryOf(UUID recordId) {
        try (Connection connection = database.getConnection()) {
            return new StoredLedger(connection).entryOf(recordId).map(DatabaseReader::entry);
        } catch (SQLException failure) {
            throw new LedgerException("the entry of record " + recordId + " could not be read", failure);
        }
    }

    @Override
    public List<Long> lanes() {
        try (Connection connection = database.getConnection()) {
            return new StoredLedger(connection)
                    .lanes().stream().map(LaneRow::lane).toList();
        } catch (SQLException failure) {
            throw new LedgerException("the lanes could not be read", failure);
        }
    }

    @Override
    public boolean isReachable() {
        try (Connection connection = database.getConnection()) {
            return new StoredLedger(connection).answers();
        } catch (SQLException unreachable) {
            return false;
        }
    }

    private static LedgerEntry entry(EntryRow row) {
        return new LedgerEntry(
                row.lane(), row.seq(), EntryKind.ofNumber(row.kind()), row.recordId(), row.leaf(), row.entry());
    }
}

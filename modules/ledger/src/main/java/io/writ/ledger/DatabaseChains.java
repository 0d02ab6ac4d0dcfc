package io.writ.ledger;

import io.writ.ledger.persistence.EntryRow;
import io.writ.ledger.persistence.StoredLinks;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads links of the chains of a database. */
final class DatabaseChains implements ChainReader {

    private final DataSource database;

    DatabaseChains(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<ChainedEntry> ofRecord(UUID recordId) {
        return read(links -> links.ofRecord(recordId).map(DatabaseChains::chained));
    }

    @Override
    public Optional<ChainedEntry> at(long lane, long seq) {
        return read(links -> links.at(lane, seq).map(DatabaseChains::chained));
    }

    @Override
    public List<ChainedEntry> newest(int entriesMax) {
        return read(links ->
                links.newest(entriesMax).stream().map(DatabaseChains::chained).toList());
    }

    @Override
    public Optional<String> checkpointBefore(long size) {
        return read(links -> links.checkpointBefore(size));
    }

    private static ChainedEntry chained(StoredLinks.Link link) {
        EntryRow row = link.entry();
        var entry = new LedgerEntry(
                row.lane(), row.seq(), EntryKind.ofNumber(row.kind()), row.recordId(), row.leaf(), row.entry());
        return new ChainedEntry(entry, link.previous());
    }

    private <T> T read(Reading<T> reading) {
        try (Connection connection = database.getConnection()) {
            return reading.of(new StoredLinks(connection));
        } catch (SQLException failure) {
            throw new LedgerException("entries of the ledger could not be read", failure);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(StoredLinks links) throws SQLException;
    }
}

package io.writ.ledger.tree;

import io.writ.ledger.LedgerException;
import io.writ.ledger.anchor.LogHistory;
import io.writ.ledger.anchor.LogTrust;
import io.writ.ledger.merkle.ConsistencyProof;
import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.signing.SignedNote;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The stored tree, for those who hold it against what left the database. Bounded reads, however large the tree is. */
final class DatabaseHistory implements LogHistory {

    private final Access database;
    private final LogTrust trust;

    private DatabaseHistory(Access database, LogTrust trust) {
        this.database = database;
        this.trust = trust;
    }

    /** Takes a connection for each question. */
    static LogHistory over(DataSource database, LogTrust trust) {
        return new DatabaseHistory(
                new Access() {
                    @Override
                    public <T> T read(Reading<T> reading) throws SQLException {
                        try (Connection connection = database.getConnection()) {
                            return reading.read(connection);
                        }
                    }
                },
                trust);
    }

    /** Asks on a connection that somebody else holds and will close. */
    static LogHistory on(Connection connection, LogTrust trust) {
        return new DatabaseHistory(
                new Access() {
                    @Override
                    public <T> T read(Reading<T> reading) throws SQLException {
                        return reading.read(connection);
                    }
                },
                trust);
    }

    @Override
    public LogTrust trust() {
        return trust;
    }

    @Override
    public Optional<SignedNote> newest() {
        return read(connection -> new StoredTree(connection).newest().map(newest -> SignedNote.parse(newest.note())));
    }

    @Override
    public long size() {
        return read(DatabaseHistory::size);
    }

    @Override
    public TreeHash root(long size) {
        return read(
                connection -> new StoredTiles(connection).upTo(size(connection)).root(size));
    }

    @Override
    public ConsistencyProof between(long older, long newer) {
        return read(connection ->
                ConsistencyProof.between(older, newer, new StoredTiles(connection).upTo(size(connection))));
    }

    private static long size(Connection connection) throws SQLException {
        return new StoredTree(connection).newest().map(StoredCheckpoint::size).orElse(0L);
    }

    private <T> T read(Reading<T> reading) {
        try {
            return database.read(reading);
        } catch (SQLException | TreeBrokenException failure) {
            throw new LedgerException("the tree could not be read", failure);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(Connection connection) throws SQLException;
    }

    private interface Access {
        <T> T read(Reading<T> reading) throws SQLException;
    }
}

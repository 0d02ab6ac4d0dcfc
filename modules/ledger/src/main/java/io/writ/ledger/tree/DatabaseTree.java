package io.writ.ledger.tree;

import io.writ.evidence.Digest;
import io.writ.ledger.ConsistencyOutcome;
import io.writ.ledger.InclusionOutcome;
import io.writ.ledger.LedgerException;
import io.writ.ledger.LedgerTree;
import io.writ.ledger.TreeLag;
import io.writ.ledger.merkle.ConsistencyProof;
import io.writ.ledger.merkle.TileAddress;
import io.writ.ledger.merkle.TreeHash;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The tree of a database. Reads a bounded number of rows for anything it is asked, however large the tree is. */
final class DatabaseTree implements LedgerTree {

    private final DataSource database;
    private final Clock clock;

    DatabaseTree(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<String> checkpoint() {
        return read(connection -> {
            Optional<StoredCheckpoint> newest = new StoredTree(connection).newest();
            return newest.isPresent()
                    ? Optional.of(new StoredCosignatures(connection).joined(newest.get()))
                    : Optional.empty();
        });
    }

    @Override
    public Optional<byte[]> tile(String path) {
        return TileAddress.parse(path)
                .flatMap(address -> read(connection -> reached(connection, address)
                        ? Optional.of(new StoredTiles(connection).read(address))
                        : Optional.empty()));
    }

    @Override
    public Optional<byte[]> entries(String path) {
        return TileAddress.parse("0/" + path)
                .flatMap(address -> read(connection ->
                        reached(connection, address) ? Optional.of(bundle(connection, address)) : Optional.empty()));
    }

    @Override
    public InclusionOutcome inclusion(UUID recordId) {
        return inclusions(List.of(recordId)).getFirst();
    }

    @Override
    public List<InclusionOutcome> inclusions(List<UUID> recordIds) {
        return read(connection -> new StoredInclusion(connection).of(recordIds));
    }

    @Override
    public ConsistencyOutcome consistency(long older, long newer) {
        if (older < 0 || older > newer) {
            return new ConsistencyOutcome.Impossible("the older tree cannot be larger than the newer one, or negative");
        }
        return read(connection -> {
            long size = size(connection);
            if (newer > size) {
                return new ConsistencyOutcome.Impossible("the tree has " + size + " leaves, not " + newer + " yet");
            }
            ConsistencyProof proof = ConsistencyProof.between(older, newer, new StoredTiles(connection).upTo(newer));
            return new ConsistencyOutcome.Proven(older, newer, digests(proof.path()));
        });
    }

    @Override
    public TreeLag lag() {
        return read(connection -> new StoredLag(connection, clock).measured());
    }

    private static boolean reached(Connection connection, TileAddress address) throws SQLException {
        long nodes = size(connection) >> (address.level() * TileAddress.HEIGHT);
        return address.index() <= nodes / TileAddress.FULL_WIDTH
                && address.index() * TileAddress.FULL_WIDTH + address.width() <= nodes;
    }

    private static long size(Connection connection) throws SQLException {
        return new StoredTree(connection).newest().map(StoredCheckpoint::size).orElse(0L);
    }

    private static byte[] bundle(Connection connection, TileAddress address) throws SQLException {
        long from = address.index() * TileAddress.FULL_WIDTH;
        var bundle = new ByteArrayOutputStream();
        for (byte[] entry : new StoredTree(connection).entryHashes(from, from + address.width())) {
            bundle.writeBytes(ByteBuffer.allocate(Short.BYTES)
                    .putShort((short) entry.length)
                    .array());
            bundle.writeBytes(entry);
        }
        return bundle.toByteArray();
    }

    static List<Digest> digests(List<TreeHash> path) {
        return path.stream().map(hash -> Digest.ofRaw(hash.bytes())).toList();
    }

    private <T> T read(Reading<T> reading) {
        try (Connection connection = database.getConnection()) {
            return reading.read(connection);
        } catch (SQLException | TreeBrokenException failure) {
            throw new LedgerException("the tree could not be read", failure);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(Connection connection) throws SQLException;
    }
}

package io.writ.ledger.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** The log of a database at one moment. */
public final class DatabaseSnapshot implements LogSnapshot, AutoCloseable {

    /** Records are rarely spread evenly over time. */
    private static final int SLICES_PER_CONNECTION = 8;

    private final SnapshotConnections connections;

    private DatabaseSnapshot(SnapshotConnections connections) {
        this.connections = connections;
    }

    /**
     * Takes a snapshot.
     *
     * @param connections how many threads will read it side by side
     */
    public static DatabaseSnapshot of(DataSource database, int connections) throws SQLException {
        return new DatabaseSnapshot(SnapshotConnections.open(database, connections));
    }

    /** Whether row-level security hides no record from this user. */
    public boolean showsEveryTenant() throws SQLException {
        return connections.with(connection -> new StoredLedger(connection).showsEveryTenant());
    }

    @Override
    public Coverage coverage() {
        return Coverage.ofTheLog();
    }

    @Override
    public List<LaneRow> lanes() throws SQLException {
        return connections.with(connection -> new StoredLedger(connection).lanes());
    }

    @Override
    public Map<Long, ChainHead> heads() {
        return Map.of();
    }

    @Override
    public List<LogPart<EntryVisitor>> entries() throws SQLException {
        var parts = new ArrayList<LogPart<EntryVisitor>>();
        for (LaneRow lane : lanes()) {
            parts.add(visitor -> read(StoredChains::new, chains -> chains.entries(lane.lane(), visitor)));
        }
        List<EntryRow> strays = connections.with(connection -> new StoredLedger(connection).entriesWithoutLane());
        parts.add(visitor -> strays.forEach(stray -> visitor.visit(view(stray))));
        return parts;
    }

    @Override
    public List<LogPart<RecordVisitor>> records() throws SQLException {
        var parts = new ArrayList<LogPart<RecordVisitor>>();
        for (RecordSlice slice : slices()) {
            parts.add(visitor -> read(StoredChains::new, chains -> chains.decisions(slice, visitor)));
        }
        parts.add(visitor -> read(StoredChains::new, chains -> chains.notices(visitor)));
        return parts;
    }

    @Override
    public List<LogPart<RecordVisitor>> records(UUID from, UUID below) {
        return List.of(visitor ->
                read(StoredChains::new, chains -> chains.decisions(new RecordSlice(from, below, false), visitor)));
    }

    @Override
    public void missing(EntryRowVisitor visitor) throws SQLException {
        read(StoredLedger::new, stored -> stored.entriesWithoutRecord(visitor));
    }

    @Override
    public void doubled(EntryRowVisitor visitor) throws SQLException {
        read(StoredLedger::new, stored -> stored.entriesOfOneRecord(visitor));
    }

    @Override
    public List<LogPart<AttachmentVisitor>> attachments() throws SQLException {
        var parts = new ArrayList<LogPart<AttachmentVisitor>>();
        for (RecordSlice slice : slices()) {
            parts.add(visitor -> read(StoredAttachments::new, stored -> stored.beside(slice, visitor)));
        }
        parts.add(visitor -> read(StoredAttachments::new, stored -> stored.alone(visitor)));
        return parts;
    }

    @Override
    public Optional<RunRows> runs() {
        return Optional.of(new LentRuns(connections));
    }

    @Override
    public Map<UUID, Instant> pending() {
        return Map.of();
    }

    @Override
    public Optional<TreeStart> treeStart() {
        return Optional.empty();
    }

    @Override
    public Optional<CheckpointRow> startCheckpoint() {
        return Optional.empty();
    }

    @Override
    public void leaves(LeafVisitor visitor) throws SQLException {
        connections.with(connection -> {
            new StoredLeaves(connection).leaves(visitor);
            return true;
        });
    }

    @Override
    public Extent extent() throws SQLException {
        return connections.with(connection -> new StoredLeaves(connection).extent());
    }

    @Override
    public Optional<TileRow> tile(int level, long index) throws SQLException {
        return connections.with(connection -> new StoredLeaves(connection).tile(level, index));
    }

    @Override
    public OptionalLong leafOf(long lane, long seq) throws SQLException {
        return connections.with(connection -> new StoredLeaves(connection).leafOf(lane, seq));
    }

    @Override
    public List<Long> unlisted() throws SQLException {
        return connections.with(connection -> new StoredOpenLanes(connection).unlisted());
    }

    @Override
    public Optional<Promise> promised(long index) throws SQLException {
        return connections.with(connection -> new StoredLeaves(connection).promised(index));
    }

    @Override
    public void close() throws SQLException {
        connections.close();
    }

    private <T> void read(Function<Connection, T> view, Read<T> read) throws SQLException {
        connections.with(connection -> {
            read.from(view.apply(connection));
            return true;
        });
    }

    /** Reads what is stored, as one connection shows it. */
    @FunctionalInterface
    private interface Read<T> {
        void from(T stored) throws SQLException;
    }

    private List<RecordSlice> slices() throws SQLException {
        if (connections.size() == 1) {
            return RecordSlice.whole();
        }
        Optional<UUID> lowest = edge("asc");
        Optional<UUID> highest = edge("desc");
        return lowest.isEmpty() || highest.isEmpty()
                ? RecordSlice.whole()
                : RecordSlice.between(lowest.get(), highest.get(), connections.size() * SLICES_PER_CONNECTION);
    }

    private Optional<UUID> edge(String direction) throws SQLException {
        String sql = "select decision_id from writ.decision order by decision_id " + direction + " limit 1";
        return connections.with(connection -> first(connection, sql));
    }

    private static Optional<UUID> first(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
        }
    }

    private static EntryView view(EntryRow row) {
        return new EntryView()
                .place(row.lane(), row.seq(), row.kind())
                .hashes(row.leaf().bytes(), row.entry().bytes())
                .record(row.recordId());
    }
}

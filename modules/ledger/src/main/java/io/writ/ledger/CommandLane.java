package io.writ.ledger;

import io.writ.evidence.Digest;
import io.writ.ledger.persistence.EntryRow;
import io.writ.ledger.persistence.LaneRow;
import io.writ.ledger.persistence.StoredLanes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A lane for what one transaction has to say: a command of the owner, or the sequencer, opens it, writes its entries and
 * never comes back. Lane and entries become visible together, so nobody takes the lane for an empty one.
 */
public final class CommandLane {

    private final Connection connection;
    private final long lane;
    private long seq;
    private Digest head;

    private CommandLane(Connection connection, long lane, Digest genesis) {
        this.connection = connection;
        this.lane = lane;
        this.head = genesis;
    }

    /**
     * Opens the lane in the connection's transaction, which the caller ends.
     *
     * @param node names what writes, in the way of a node
     * @param bootId names this one run of it
     */
    public static CommandLane open(Connection connection, String node, UUID bootId, Instant now) throws SQLException {
        long lane = StoredLanes.nextNumber(connection);
        Digest genesis = LedgerHash.genesis(lane, bootId, node);
        StoredLanes.insert(
                connection, new LaneRow(lane, node, bootId, genesis), ChronoUnit.MICROS.between(Instant.EPOCH, now));
        return new CommandLane(connection, lane, genesis);
    }

    /** The entry of a record, for a statement that stores both. */
    public LedgerEntry next(EntryKind kind, UUID recordId, byte[] canonical) {
        Digest leaf = LedgerHash.leaf(canonical);
        seq++;
        head = LedgerHash.entry(head, lane, seq, kind, leaf);
        return new LedgerEntry(lane, seq, kind, recordId, leaf, head);
    }

    /** Writes the entry of a record that the same transaction stores. */
    public LedgerEntry append(EntryKind kind, UUID recordId, byte[] canonical) throws SQLException {
        LedgerEntry entry = next(kind, recordId, canonical);
        StoredLanes.append(connection, new EntryRow(lane, seq, kind.number(), recordId, entry.leaf(), entry.entry()));
        return entry;
    }
}

package io.writ.ledger;

import io.writ.evidence.Digest;
import io.writ.ledger.persistence.EntryRow;
import io.writ.ledger.persistence.LaneRow;
import io.writ.ledger.persistence.OwnLane;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A lane for what one transaction has to say: a command of the owner opens it, writes its entries and never comes back.
 * Lane and entries become visible together, so nobody takes the lane for an empty one.
 */
public final class CommandLane {

    private final OwnLane stored;
    private final long lane;
    private long seq;
    private Digest head;

    private CommandLane(OwnLane stored, long lane, Digest genesis) {
        this.stored = stored;
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
        OwnLane stored = new OwnLane(connection);
        long lane = stored.nextNumber();
        Digest genesis = LedgerHash.genesis(lane, bootId, node);
        stored.open(new LaneRow(lane, node, bootId, genesis), ChronoUnit.MICROS.between(Instant.EPOCH, now));
        return new CommandLane(stored, lane, genesis);
    }

    /** Writes the entry of a record that the same transaction stores. */
    public LedgerEntry append(EntryKind kind, UUID recordId, byte[] canonical) throws SQLException {
        Digest leaf = LedgerHash.leaf(canonical);
        Digest entry = LedgerHash.entry(head, lane, seq + 1, kind, leaf);
        stored.append(new EntryRow(lane, seq + 1, kind.number(), recordId, leaf, entry));
        seq++;
        head = entry;
        return new LedgerEntry(lane, seq, kind, recordId, leaf, entry);
    }
}

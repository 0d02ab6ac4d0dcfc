package io.writ.governance.persistence;

import io.writ.evidence.Digest;
import io.writ.ledger.EntryKind;
import io.writ.ledger.LedgerEntry;
import io.writ.ledger.LedgerException;
import io.writ.ledger.LedgerHash;
import io.writ.ledger.append.LaneLease;
import io.writ.ledger.append.Lanes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;

/** A lane of its own for every transaction, so that nothing must be learned of how it ended. */
public final class TestLanes implements Lanes {

    /** Opened ahead, so that a lease takes no time. */
    private static final int STOCK = 200;

    private static final Queue<LaneLease> OPENED = new ArrayDeque<>();

    private volatile boolean down;
    private volatile boolean ahead;

    public void goDown() {
        down = true;
    }

    /** The next lane that is leased has grown by an entry that the database does not have. */
    public void loseAnEntry() {
        ahead = true;
    }

    @Override
    public LaneLease lease() {
        if (down) {
            throw new LedgerException("leasing a lane");
        }
        synchronized (OPENED) {
            if (OPENED.isEmpty()) {
                open();
            }
            LaneLease lane = OPENED.remove();
            if (ahead) {
                ahead = false;
                lane.next(EntryKind.DECISION, UUID.randomUUID(), Digest.of("lost"));
            }
            return lane;
        }
    }

    private static void open() {
        UUID boot = UUID.randomUUID();
        try (Connection connection = TestDatabase.app().getConnection();
                var numbers = connection.prepareStatement(
                        "select nextval('writ.ledger_lane_lane_seq') from generate_series(1, " + STOCK + ")");
                var insert = connection.prepareStatement("insert into writ.ledger_lane (lane, node_id, boot_id,"
                        + " opened_us, genesis) overriding system value values (?, 'test', ?, 0, ?)");
                var rows = numbers.executeQuery()) {
            while (rows.next()) {
                Digest genesis = LedgerHash.genesis(rows.getLong(1), boot, "test");
                insert.setLong(1, rows.getLong(1));
                insert.setObject(2, boot);
                insert.setBytes(3, genesis.bytes());
                insert.addBatch();
                OPENED.add(new Chain(rows.getLong(1), genesis));
            }
            insert.executeBatch();
        } catch (SQLException broken) {
            throw new IllegalStateException("opening lanes", broken);
        }
    }

    private static final class Chain implements LaneLease {

        private final long lane;
        private long seq;
        private Digest head;

        Chain(long lane, Digest genesis) {
            this.lane = lane;
            this.head = genesis;
        }

        @Override
        public LedgerEntry next(EntryKind kind, UUID record, Digest leaf) {
            seq++;
            head = LedgerHash.entry(head, lane, seq, kind, leaf);
            return new LedgerEntry(lane, seq, kind, record, leaf, head);
        }
    }
}

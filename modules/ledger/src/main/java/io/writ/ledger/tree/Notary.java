package io.writ.ledger.tree;

import io.writ.evidence.Digest;
import io.writ.ledger.CommandLane;
import io.writ.ledger.EntryKind;
import io.writ.ledger.LedgerEntry;
import io.writ.ledger.LedgerHash;
import io.writ.ledger.notice.Envelope;
import io.writ.ledger.notice.KeyChange;
import io.writ.ledger.notice.LaneSeal;
import io.writ.ledger.notice.Notice;
import io.writ.ledger.notice.NoticeIds;
import io.writ.ledger.notice.Stand;
import io.writ.ledger.persistence.EntryRow;
import io.writ.ledger.persistence.NoticeRow;
import io.writ.ledger.persistence.OpenLane;
import io.writ.ledger.persistence.StoredNotices;
import io.writ.ledger.signing.NoteSigner;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes notices into the log, each as the next entry of a lane. */
final class Notary {

    private final String nodeId;
    private final NoticeIds ids;
    private final Clock clock;

    Notary(String nodeId, NoticeIds ids, Clock clock) {
        this.nodeId = nodeId;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes that a key takes over, in a lane of its own; returns the lane. The caller ends the transaction. */
    long change(Connection connection, Standing.Changing change, NoteSigner newer, Stand stand) throws SQLException {
        Envelope envelope = envelope();
        return write(connection, KeyChange.signed(envelope, change.epoch(), change.older(), newer, stand), envelope);
    }

    /**
     * Writes a notice as the first entry of a new lane; returns the lane. Nobody lives by the id of a notice, so the lane
     * is sealed at one of the next looks.
     */
    long write(Connection connection, Notice notice, Envelope envelope) throws SQLException {
        EntryKind kind = EntryKind.ofNumber(notice.kind().number());
        LedgerEntry entry = CommandLane.open(connection, nodeId, envelope.id(), envelope.noticedAt())
                .next(kind, envelope.id(), notice.canonical());
        new StoredNotices(connection).insert(List.of(row(entry, notice, envelope)));
        return entry.lane();
    }

    /** Seals lanes at their ends, all or none; returns how many. The caller ends the transaction. */
    int seal(Connection connection, List<OpenLane> lanes) throws SQLException {
        List<NoticeRow> seals = new ArrayList<>();
        for (OpenLane lane : lanes) {
            Envelope envelope = envelope();
            LaneSeal seal =
                    new LaneSeal(envelope, lane.lane(), lane.lastSeq(), lane.lastEntry(), lane.bootId(), lane.nodeId());
            seals.add(row(entry(seal, lane), seal, envelope));
        }
        if (!seals.isEmpty()) {
            new StoredNotices(connection).insert(seals);
        }
        return seals.size();
    }

    private Envelope envelope() {
        Instant now = clock.instant();
        return new Envelope(ids.next(now), now);
    }

    private static LedgerEntry entry(LaneSeal seal, OpenLane lane) {
        Digest leaf = LedgerHash.leaf(seal.canonical());
        long seq = lane.lastSeq() + 1;
        Digest entry = LedgerHash.entry(lane.lastEntry(), lane.lane(), seq, EntryKind.LANE_SEAL, leaf);
        return new LedgerEntry(
                lane.lane(), seq, EntryKind.LANE_SEAL, seal.envelope().id(), leaf, entry);
    }

    private static NoticeRow row(LedgerEntry entry, Notice notice, Envelope envelope) {
        EntryRow row = new EntryRow(
                entry.lane(), entry.seq(), entry.kind().number(), entry.recordId(), entry.leaf(), entry.entry());
        return new NoticeRow(row, notice, envelope.noticedAt());
    }
}

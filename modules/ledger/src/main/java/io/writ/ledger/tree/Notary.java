package io.writ.ledger.tree;

import io.writ.evidence.Digest;
import io.writ.ledger.EntryKind;
import io.writ.ledger.LedgerHash;
import io.writ.ledger.notice.Envelope;
import io.writ.ledger.notice.KeyChange;
import io.writ.ledger.notice.LaneSeal;
import io.writ.ledger.notice.Notice;
import io.writ.ledger.notice.NoticeIds;
import io.writ.ledger.notice.Stand;
import io.writ.ledger.persistence.EntryRow;
import io.writ.ledger.persistence.LaneRow;
import io.writ.ledger.persistence.NoticeRow;
import io.writ.ledger.persistence.OpenLane;
import io.writ.ledger.persistence.StoredLanes;
import io.writ.ledger.persistence.StoredNotices;
import io.writ.ledger.signing.NoteSigner;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    /** Writes a notice as the first entry of a new lane; returns the lane. */
    long write(Connection connection, Notice notice, Envelope envelope) throws SQLException {
        LaneRow lane = open(connection, envelope);
        new StoredNotices(connection).insert(List.of(row(notice, envelope, lane.lane(), 1, lane.genesis())));
        return lane.lane();
    }

    /** Seals lanes at their ends, all or none; returns how many. The caller ends the transaction. */
    int seal(Connection connection, List<OpenLane> lanes) throws SQLException {
        List<NoticeRow> seals = new ArrayList<>();
        for (OpenLane lane : lanes) {
            Envelope envelope = envelope();
            LaneSeal seal =
                    new LaneSeal(envelope, lane.lane(), lane.lastSeq(), lane.lastEntry(), lane.bootId(), lane.nodeId());
            seals.add(row(seal, envelope, lane.lane(), lane.lastSeq() + 1, lane.lastEntry()));
        }
        if (!seals.isEmpty()) {
            new StoredNotices(connection).insert(seals);
        }
        return seals.size();
    }

    /** Nobody lives by the id of a notice, so the lane is sealed at one of the next looks. */
    private LaneRow open(Connection connection, Envelope envelope) throws SQLException {
        long number = StoredLanes.nextNumber(connection);
        Digest genesis = LedgerHash.genesis(number, envelope.id(), nodeId);
        LaneRow lane = new LaneRow(number, nodeId, envelope.id(), genesis);
        StoredLanes.insert(connection, lane, ChronoUnit.MICROS.between(Instant.EPOCH, envelope.noticedAt()));
        return lane;
    }

    private Envelope envelope() {
        Instant now = clock.instant();
        return new Envelope(ids.next(now), now);
    }

    private static NoticeRow row(Notice notice, Envelope envelope, long lane, long seq, Digest previous) {
        EntryKind kind = EntryKind.ofNumber(notice.kind().number());
        Digest leaf = LedgerHash.leaf(notice.canonical());
        Digest entry = LedgerHash.entry(previous, lane, seq, kind, leaf);
        return new NoticeRow(
                new EntryRow(lane, seq, kind.number(), envelope.id(), leaf, entry), notice, envelope.noticedAt());
    }
}

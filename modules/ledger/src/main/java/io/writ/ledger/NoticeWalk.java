package io.writ.ledger;

import io.writ.evidence.Digest;
import io.writ.ledger.notice.KeyChange;
import io.writ.ledger.notice.KeyHistory;
import io.writ.ledger.notice.LaneSeal;
import io.writ.ledger.notice.Notice;
import io.writ.ledger.notice.NoticeException;
import io.writ.ledger.notice.Restart;
import io.writ.ledger.notice.Retention;
import io.writ.ledger.notice.Succession;
import io.writ.ledger.persistence.EntryRow;
import io.writ.ledger.persistence.LaneRow;
import io.writ.ledger.persistence.StoredNotices;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.NoteException;
import io.writ.ledger.signing.SignedNote;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what the log says about itself, and holds it against what it speaks of. */
final class NoticeWalk {

    private final Findings findings;
    private final Map<Long, LaneRow> lanes = new HashMap<>();
    private final KeyHistory keys = new KeyHistory();

    NoticeWalk(List<LaneRow> lanes, Findings findings) {
        lanes.forEach(lane -> this.lanes.put(lane.lane(), lane));
        this.findings = findings;
    }

    /** Walks all notices; returns the keys of the log as far as its notices prove them. */
    KeyHistory walk(StoredNotices stored) throws SQLException {
        stored.all((entry, storedKind, canonical, _) -> compare(entry, storedKind, canonical));
        return successions(stored);
    }

    /** Walks changes of the key and restarts only. */
    KeyHistory successions(StoredNotices stored) throws SQLException {
        stored.successions((entry, _, canonical, leafIndex) -> follow(entry, canonical, leafIndex));
        return keys;
    }

    private void compare(EntryRow entry, int storedKind, byte[] canonical) {
        try {
            Notice notice = Notice.parse(canonical);
            int said = notice.kind().number();
            if (said != storedKind || said != entry.kind()) {
                offence(
                        entry,
                        "its notice says it is a " + notice.kind().wireName() + ", which is kind " + said
                                + "; the entry is of kind " + entry.kind() + " and the notice is stored as kind "
                                + storedKind);
            } else {
                compare(entry, notice);
            }
        } catch (NoticeException misread) {
            offence(entry, "its notice is not understood: " + misread.getMessage());
        }
    }

    private void compare(EntryRow entry, Notice notice) {
        switch (notice) {
            case LaneSeal seal -> compare(entry, seal);
            // Their keys and signatures are judged one after the other, in the order of the tree.
            case KeyChange _, Restart _ -> {}
            // Bodies that were retired leave nothing behind to compare.
            case Retention _ -> {}
        }
    }

    private void compare(EntryRow entry, LaneSeal seal) {
        LaneRow lane = lanes.get(entry.lane());
        boolean own = lane != null
                && seal.lane() == entry.lane()
                && seal.bootId().equals(lane.bootId())
                && seal.nodeId().equals(lane.nodeId());
        // The entry hashes the one before it, so the seal names the right one if the entry follows from what it names.
        boolean follows = seal.lastSeq() == entry.seq() - 1
                && LedgerHash.entry(seal.lastEntry(), entry.lane(), entry.seq(), EntryKind.LANE_SEAL, entry.leaf())
                        .equals(entry.entry());
        if (!own || !follows) {
            offence(
                    entry,
                    "it seals lane " + seal.lane() + " after entry " + seal.lastSeq() + ", which is not where it"
                            + " stands");
        }
    }

    private void follow(EntryRow entry, byte[] canonical, long leafIndex) {
        try {
            if (Notice.parse(canonical) instanceof Succession next) {
                keys.add(new KeyHistory.Step(entry.lane(), leafIndex, next))
                        .ifPresentOrElse(problem -> offence(entry, problem), () -> disclose(entry, next));
            }
        } catch (NoticeException misread) {
            // Named when all notices were read.
            return;
        }
    }

    private void disclose(EntryRow entry, Succession next) {
        switch (next) {
            case KeyChange _ -> {}
            case Restart restart ->
                findings.inLane(
                        Verdict.GAP_DISCLOSED,
                        entry.lane(),
                        entry.seq(),
                        "the log was restarted as " + restart.newKey().name() + " at size "
                                + restart.stand().size() + ", because " + lost(restart) + " is lost: "
                                + restart.loss().reason());
        }
    }

    private static String lost(Restart restart) {
        try {
            Checkpoint lost = Checkpoint.parse(
                    SignedNote.parse(restart.loss().checkpoint()).text());
            return "checkpoint " + lost.size() + " of " + lost.origin() + " with root "
                    + Digest.ofRaw(lost.root().bytes());
        } catch (NoteException misread) {
            return "a checkpoint that is none";
        }
    }

    private void offence(EntryRow entry, String what) {
        findings.inLane(Verdict.FORKED, entry.lane(), entry.seq(), what);
    }
}

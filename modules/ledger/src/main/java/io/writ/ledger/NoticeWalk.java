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
import io.writ.ledger.persistence.EntryView;
import io.writ.ledger.persistence.LaneRow;
import io.writ.ledger.persistence.LogSnapshot;
import io.writ.ledger.persistence.StoredRecord;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.NoteException;
import io.writ.ledger.signing.NoteKey;
import io.writ.ledger.signing.SignedNote;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Reads what the log says about itself, and holds it against what it speaks of. */
final class NoticeWalk {

    /** Index of a leaf that is none yet. */
    private static final long NOT_IN_TREE = -1;

    private final Findings findings;
    private final Map<Long, LaneRow> lanes;
    private final Queue<Met> met = new ConcurrentLinkedQueue<>();
    private final Queue<RetiredNotice> retired = new ConcurrentLinkedQueue<>();

    /** A change of the key or a restart that was met. */
    private record Met(EntryRow entry, Succession succession) {}

    NoticeWalk(Map<Long, LaneRow> lanes, Findings findings) {
        this.lanes = lanes;
        this.findings = findings;
    }

    /** Looks at a notice beside its entry; several threads may do so. */
    void see(StoredRecord record, EntryView view) {
        EntryRow entry = view.row();
        try {
            Notice notice = Notice.parse(record.canonical());
            int said = notice.kind().number();
            if (said != entry.kind() || record.noticeKind().orElse(said) != said) {
                offence(
                        entry,
                        "its notice says it is a " + notice.kind().wireName() + ", which is kind " + said
                                + "; the entry is of kind " + entry.kind() + " and the notice is stored as kind "
                                + record.noticeKind().orElse(said));
            } else {
                compare(entry, notice);
            }
        } catch (NoticeException | IllegalArgumentException misread) {
            offence(entry, "its notice is not understood: " + misread.getMessage());
        }
    }

    private void retire(EntryRow entry, Retention notice) {
        if (notice.range().isOfPastMonths(notice.envelope().noticedAt())) {
            retired.add(new RetiredNotice(notice, entry.lane(), entry.seq()));
        } else {
            offence(entry, "it retires records of something else than whole months that were over");
        }
    }

    /** What was retired as far as the notices that were seen say. */
    List<RetiredNotice> retired() {
        return List.copyOf(retired);
    }

    /**
     * The keys of the log as far as the notices that were seen prove them.
     *
     * @param trusted key of the log: what stands outside the tree speaks for nobody unless something leads to it
     */
    KeyHistory keys(LogSnapshot log, Optional<NoteKey> trusted) throws IOException, SQLException {
        SortedMap<Long, Met> inTree = new TreeMap<>();
        List<Met> waiting = new ArrayList<>();
        for (Met next : met) {
            OptionalLong leaf = log.leafOf(next.entry().lane(), next.entry().seq());
            if (leaf.isPresent()) {
                inTree.put(leaf.getAsLong(), next);
            } else {
                waiting.add(next);
            }
        }
        KeyHistory keys = new KeyHistory();
        inTree.forEach((leaf, next) -> follow(keys, next, leaf));
        for (Met next : waiting) {
            Succession step = next.succession();
            boolean known = keys.last().isPresent()
                    || trusted.isEmpty()
                    || step.oldKey().equals(trusted.get())
                    || step.newKey().equals(trusted.get());
            if (known) {
                follow(keys, next, NOT_IN_TREE);
            } else {
                offence(next.entry(), "it takes over from " + step.oldKey().text() + ", which is no key of the log");
            }
        }
        return keys;
    }

    private void compare(EntryRow entry, Notice notice) {
        switch (notice) {
            case LaneSeal seal -> compare(entry, seal);
            // Their keys and signatures are judged one after the other, in the order of the tree.
            case KeyChange change -> met.add(new Met(entry, change));
            case Restart restart -> met.add(new Met(entry, restart));
            // What it names is compared when it is known what is gone.
            case Retention retention -> retire(entry, retention);
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

    private void follow(KeyHistory keys, Met next, long leafIndex) {
        keys.add(new KeyHistory.Step(next.entry().lane(), leafIndex, next.succession()))
                .ifPresentOrElse(
                        problem -> offence(next.entry(), problem), () -> disclose(next.entry(), next.succession()));
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

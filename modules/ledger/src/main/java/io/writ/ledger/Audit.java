package io.writ.ledger;

import io.writ.ledger.export.ExportException;
import io.writ.ledger.notice.KeyHistory;
import io.writ.ledger.persistence.AttachmentVisitor;
import io.writ.ledger.persistence.EntryRow;
import io.writ.ledger.persistence.EntryVisitor;
import io.writ.ledger.persistence.LaneRow;
import io.writ.ledger.persistence.LogPart;
import io.writ.ledger.persistence.LogSnapshot;
import io.writ.ledger.persistence.LogSnapshot.ChainHead;
import io.writ.ledger.persistence.RecordVisitor;
import io.writ.ledger.persistence.RunRows;
import io.writ.ledger.signing.NoteKey;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Verifies one state of a log, wherever it is kept: every chain, every record, and the tree. Streaming: memory does not
 * grow with the log.
 */
final class Audit {

    private final LogSnapshot log;
    private final VerificationProgress progress;
    private final Optional<NoteKey> trusted;
    private final Workers workers;
    private final Findings findings;
    private final AnchoredRoots anchored;
    private final Tally tally;
    private final RunTally runs;

    /**
     * An audit.
     *
     * @param anchored what anchors hold, with what was found before the audit
     */
    Audit(LogSnapshot log, AnchoredRoots anchored, VerifierOptions options, Workers workers)
            throws IOException, SQLException {
        this.log = log;
        this.anchored = anchored;
        this.findings = anchored.findings();
        this.progress = options.progress();
        this.trusted = options.trusted();
        this.workers = workers;
        this.tally = new Tally(progress, log.coverage().records());
        this.runs = RunTally.of(log);
    }

    VerificationReport report() throws IOException, SQLException {
        List<LaneRow> lanes = log.lanes();
        Map<Long, LaneRow> opened = new HashMap<>();
        lanes.forEach(lane -> opened.put(lane.lane(), lane));
        var notices = new NoticeWalk(opened, findings);
        Queue<EntryRow> gone = new ConcurrentLinkedQueue<>();
        timed(VerificationProgress.Phase.CHAINS, () -> {
            chains(opened);
            return tally.entries();
        });
        timed(VerificationProgress.Phase.RECORDS, () -> {
            records(notices, gone);
            return tally.records();
        });
        AttachmentReport attachments = attachments();
        guarded(() -> log.doubled(entry -> findings.inLane(
                        Verdict.FORKED,
                        entry.lane(),
                        entry.seq(),
                        "its record " + entry.recordId() + " has more than one entry")))
                .run();
        var missing = new MissingRecords(log.coverage(), findings, notices.retired());
        long retired = missing.compare(log, gone);
        TreeReport seen = tree(notices);
        CompletenessReport completeness = completeness(missing);
        var coverage = new CoverageCheck(log.coverage());
        coverage.compare(log, runs, tally, findings);
        return new VerificationReport(
                lanes.size(),
                tally.entries(),
                tally.records(),
                retired,
                seen,
                attachments,
                completeness,
                anchored.report(),
                coverage.unchecked(
                        seen,
                        coverage.uncovered(log, tally.entries(), seen),
                        !notices.retired().isEmpty()),
                findings.list(),
                findings.unnamed());
    }

    private TreeReport tree(NoticeWalk notices) throws IOException, SQLException {
        KeyHistory keys = notices.keys(log, trusted);
        anchored.read(trusted, keys);
        long start = log.treeStart().map(LogSnapshot.TreeStart::size).orElse(0L);
        Optional<CheckpointSignatures> known = trusted.map(key -> new CheckpointSignatures(key, keys));
        var retirements = new RetirementCheck(log, known, findings);
        for (RetiredNotice notice : notices.retired()) {
            guarded(() -> retirements.check(notice)).run();
        }
        var signatures = new SignatureChecks(known, start, workers);
        var vouched = new VouchedRoots(log, notices.retired(), start, findings);
        var tree = new TreeWalk(log, findings, signatures, anchored, vouched);
        timed(VerificationProgress.Phase.TREE, () -> {
            guarded(tree::walk).run();
            return tree.report().leaves();
        });
        guarded(() -> RetiredRest.look(log, notices.retired(), vouched, findings))
                .run();
        TreeReport seen = tree.report();
        if (signatures.isPossible() && seen.checkpoints() == 0 && tally.entries() > 0) {
            findings.add(new Finding(
                    Verdict.UNVERIFIABLE,
                    new Place.OfTree(),
                    "no checkpoint is there whose signature could be checked"));
        }
        return seen;
    }

    private CompletenessReport completeness(RetiredRecords retired) throws IOException, SQLException {
        Optional<RunRows> counted = log.runs().or(runs::counted);
        return counted.isPresent()
                ? new Completeness(counted.get(), findings, retired).check()
                : new CompletenessReport(0, 0, 0, 0);
    }

    private void chains(Map<Long, LaneRow> opened) throws IOException, SQLException {
        for (long lane : log.unlisted()) {
            findings.inLane(
                    Verdict.GAP_UNDISCLOSED,
                    lane,
                    0,
                    "it is not folded to a seal, and no sequencer looks at it: its row of lane_open is missing");
        }
        for (LaneRow lane : opened.values()) {
            if (!LedgerHash.genesis(lane.lane(), lane.bootId(), lane.nodeId()).equals(lane.genesis())) {
                findings.inLane(Verdict.FORKED, lane.lane(), 0, "the genesis does not match the lane's opening");
            }
        }
        Map<Long, ChainHead> heads = log.heads();
        var tasks = new ArrayList<Workers.Task>();
        for (LogPart<EntryVisitor> part : log.entries()) {
            tasks.add(guarded(() -> {
                try (Tally.Count count = tally.count()) {
                    part.show(new ChainWalk(opened, heads, findings, count));
                }
            }));
        }
        workers.all(tasks);
    }

    private void records(NoticeWalk notices, Queue<EntryRow> missing) throws IOException, SQLException {
        var tasks = new ArrayList<Workers.Task>();
        for (LogPart<RecordVisitor> part : log.records()) {
            tasks.add(guarded(() -> {
                try (Tally.Count count = tally.count()) {
                    part.show(new RecordComparison(findings, count, runs, notices, missing));
                }
            }));
        }
        workers.all(tasks);
    }

    private AttachmentReport attachments() throws IOException, SQLException {
        var walk = new AttachmentWalk(findings);
        var tasks = new ArrayList<Workers.Task>();
        for (LogPart<AttachmentVisitor> part : log.attachments()) {
            tasks.add(guarded(() -> part.show(walk)));
        }
        timed(VerificationProgress.Phase.ATTACHMENTS, () -> {
            workers.all(tasks);
            return walk.compared();
        });
        return walk.report();
    }

    /** Damage within an export is a finding, and no reason not to look at the rest. */
    private Workers.Task guarded(Workers.Task task) {
        return () -> {
            try {
                task.run();
            } catch (ExportException damage) {
                findings.add(new Finding(
                        Verdict.FORKED,
                        new Place.OfFile(damage.file().orElse("the export")),
                        "it is damaged: " + damage.getMessage()));
            }
        };
    }

    private void timed(VerificationProgress.Phase phase, Work work) throws IOException, SQLException {
        long begin = System.nanoTime();
        long items = work.items();
        progress.finished(phase, items, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Work that tells how much it was. */
    @FunctionalInterface
    private interface Work {
        long items() throws IOException, SQLException;
    }
}

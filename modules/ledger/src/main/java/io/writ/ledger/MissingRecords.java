package io.writ.ledger;

import io.writ.evidence.Digest;
import io.writ.ledger.merkle.GrowingTree;
import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.persistence.Coverage;
import io.writ.ledger.persistence.EntryRow;
import io.writ.ledger.persistence.LogSnapshot;
import io.writ.ledger.retention.RecordIds;
import io.writ.ledger.retention.RetiredRange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells records that were retired from records that are missing. Retired is what a notice in the log names, as a whole:
 * the leaves of all that is gone of its range must fold to its root.
 */
final class MissingRecords implements RetiredRecords {

    /** As the database orders them: by the bytes of the id, then by place. */
    private static final Comparator<EntryRow> BY_RECORD = Comparator.comparing(EntryRow::recordId, RecordIds.AS_STORED)
            .thenComparingLong(EntryRow::lane)
            .thenComparingLong(EntryRow::seq);

    private final Coverage coverage;
    private final Findings findings;
    private final List<Noticed> noticed;
    private final List<RetiredRange> matched = new ArrayList<>();
    private long retired;

    /**
     * A comparison.
     *
     * @param coverage what can be missing: only where every record and the whole tree are here it is told what is gone
     */
    MissingRecords(Coverage coverage, Findings findings, List<RetiredNotice> notices) {
        this.coverage = coverage;
        this.findings = findings;
        this.noticed = notices.stream()
                .sorted(Comparator.comparingLong(RetiredNotice::lane).thenComparingLong(RetiredNotice::seq))
                .map(notice -> new Noticed(notice, GrowingTree.empty()))
                .toList();
    }

    @Override
    public boolean mayHold(UUID recordId) {
        return matched.stream().anyMatch(range -> range.covers(recordId));
    }

    /**
     * Compares what is gone with what notices name; returns how many records were retired.
     *
     * @param met entries without a record that were met beside the others
     */
    long compare(LogSnapshot log, Collection<EntryRow> met) throws SQLException {
        met.stream().sorted(BY_RECORD).forEach(this::missing);
        log.missing(this::missing);
        noticed.forEach(this::conclude);
        return retired;
    }

    private void missing(EntryRow entry) {
        Optional<Noticed> range = noticed.stream()
                .filter(candidate -> candidate.notice().range().covers(entry.recordId()))
                .findFirst();
        if (range.isPresent()) {
            GrowingTree leaves = range.get().leaves();
            leaves.append(TreeHash.leaf(entry.leaf().bytes()));
            leaves.takeFinished();
        } else if (coverage.whole() || entry.kind() > EntryKind.GAP.number()) {
            // Notices, whose kinds come last, are never retired.
            findings.inLane(
                    Verdict.GAP_UNDISCLOSED,
                    entry.lane(),
                    entry.seq(),
                    "its record " + entry.recordId() + " is missing");
        } else {
            findings.inLane(
                    Verdict.UNVERIFIABLE,
                    entry.lane(),
                    entry.seq(),
                    "its record " + entry.recordId()
                            + " is missing; whether a later notice says that it was retired, is not in here");
        }
    }

    private void conclude(Noticed known) {
        GrowingTree gone = known.leaves();
        RetiredNotice notice = known.notice();
        retired += gone.size();
        boolean asNoticed = gone.size() == notice.range().records()
                && Digest.ofRaw(gone.root().bytes()).equals(notice.range().root());
        if (asNoticed || !coverage.isComplete()) {
            matched.add(notice.range());
            findings.inLane(
                    Verdict.GAP_DISCLOSED,
                    notice.lane(),
                    notice.seq(),
                    notice.range().records() + " records from " + notice.range().begin() + " to "
                            + notice.range().end() + " were retired; their entries stay");
        } else {
            findings.inLane(
                    Verdict.GAP_UNDISCLOSED,
                    notice.lane(),
                    notice.seq(),
                    "it names " + notice.range().records() + " retired records, and " + gone.size()
                            + " are gone of its range, or others");
        }
    }

    private record Noticed(RetiredNotice notice, GrowingTree leaves) {}
}

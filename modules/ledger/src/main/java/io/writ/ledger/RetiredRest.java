package io.writ.ledger;

import io.writ.ledger.persistence.EntryView;
import io.writ.ledger.persistence.LogPart;
import io.writ.ledger.persistence.LogSnapshot;
import io.writ.ledger.persistence.RecordVisitor;
import io.writ.ledger.persistence.StoredRecord;
import io.writ.ledger.retention.RecordIds;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Looks for what notices of retention left behind. Each retires whole months, so whatever of them was in the tree before it
 * went; who takes away one record and writes a notice for it leaves the others. What came later with an old id may stay.
 */
final class RetiredRest implements RecordVisitor {

    private final LogSnapshot log;
    private final VouchedRoots vouched;
    private final Findings findings;

    /** Those of which nothing was found yet. */
    private final List<RetiredNotice> notices;

    private RetiredRest(LogSnapshot log, List<RetiredNotice> notices, VouchedRoots vouched, Findings findings) {
        this.log = log;
        this.notices = new ArrayList<>(notices);
        this.vouched = vouched;
        this.findings = findings;
    }

    /**
     * Looks until it finds one of each notice. An export has to be read from its begin to its end for that, so it is read
     * once for all of them.
     *
     * @param vouched knows a size of the tree that certainly was there before a notice
     */
    static void look(LogSnapshot log, List<RetiredNotice> notices, VouchedRoots vouched, Findings findings)
            throws IOException, SQLException {
        if (notices.isEmpty()) {
            return;
        }
        var rest = new RetiredRest(log, notices, vouched, findings);
        for (LogPart<RecordVisitor> part : log.records(from(notices), below(notices))) {
            part.show(rest);
        }
    }

    @Override
    public void visitWithEntry(StoredRecord record, EntryView entry) {
        if (record.tenant().isEmpty()
                || notices.stream().noneMatch(notice -> notice.range().covers(record.id()))) {
            return;
        }
        OptionalLong leaf = leafOf(entry);
        if (leaf.isPresent()) {
            notices.removeIf(notice -> isLeftBehind(record.id(), leaf.getAsLong(), notice));
        }
    }

    private boolean isLeftBehind(UUID record, long leaf, RetiredNotice notice) {
        boolean left = notice.range().covers(record) && leaf < vouched.boundary(notice);
        if (left) {
            findings.inLane(
                    Verdict.FORKED,
                    notice.lane(),
                    notice.seq(),
                    "it retires whole months, and record " + record + " of them, which was in the tree before,"
                            + " is still there");
        }
        return left;
    }

    @Override
    public void visitWithoutEntry(StoredRecord record) {}

    @Override
    public void visitWithoutRecord(EntryView entry) {}

    private OptionalLong leafOf(EntryView entry) {
        try {
            return log.leafOf(entry.lane(), entry.seq());
        } catch (IOException | SQLException failure) {
            throw new LedgerException(
                    "which leaf entry " + entry.seq() + " of lane " + entry.lane() + " is could not be read", failure);
        }
    }

    private static UUID from(List<RetiredNotice> notices) {
        return Collections.min(
                notices.stream().map(notice -> notice.range().from()).toList(), RecordIds.AS_STORED);
    }

    private static UUID below(List<RetiredNotice> notices) {
        return Collections.max(
                notices.stream().map(notice -> notice.range().below()).toList(), RecordIds.AS_STORED);
    }
}

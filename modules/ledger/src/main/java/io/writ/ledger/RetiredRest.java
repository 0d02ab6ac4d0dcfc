package io.writ.ledger;

import io.writ.ledger.persistence.EntryView;
import io.writ.ledger.persistence.LogPart;
import io.writ.ledger.persistence.LogSnapshot;
import io.writ.ledger.persistence.RecordVisitor;
import io.writ.ledger.persistence.StoredRecord;
import java.io.IOException;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * Looks for what a notice of retention left behind. It retires whole months, so whatever of them was in the tree before it
 * went; who takes away one record and writes a notice for it leaves the others. What came later with an old id may stay.
 */
final class RetiredRest implements RecordVisitor {

    private final LogSnapshot log;
    private final RetiredNotice notice;
    private final long boundary;
    private final Findings findings;
    private boolean found;

    private RetiredRest(LogSnapshot log, RetiredNotice notice, long boundary, Findings findings) {
        this.log = log;
        this.notice = notice;
        this.boundary = boundary;
        this.findings = findings;
    }

    /**
     * Looks until it finds one.
     *
     * @param boundary size of a tree that certainly was there before the notice
     */
    static void look(LogSnapshot log, RetiredNotice notice, long boundary, Findings findings)
            throws IOException, SQLException {
        var rest = new RetiredRest(log, notice, boundary, findings);
        for (LogPart<RecordVisitor> part :
                log.records(notice.range().from(), notice.range().below())) {
            part.show(rest);
        }
    }

    @Override
    public void visitWithEntry(StoredRecord record, EntryView entry) {
        if (found || record.tenant().isEmpty() || !notice.range().covers(record.id())) {
            return;
        }
        OptionalLong leaf = leafOf(entry);
        if (leaf.isPresent() && leaf.getAsLong() < boundary) {
            found = true;
            findings.inLane(
                    Verdict.FORKED,
                    notice.lane(),
                    notice.seq(),
                    "it retires whole months, and record " + record.id() + " of them, which was in the tree before,"
                            + " is still there");
        }
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
}

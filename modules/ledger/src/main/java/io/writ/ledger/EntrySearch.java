package io.writ.ledger;

import io.writ.evidence.Digest;
import io.writ.ledger.persistence.EntryView;
import io.writ.ledger.persistence.EntryVisitor;
import io.writ.ledger.persistence.LaneRow;
import io.writ.ledger.persistence.LogPart;
import io.writ.ledger.persistence.LogSnapshot;
import io.writ.ledger.persistence.RecordVisitor;
import io.writ.ledger.persistence.StoredRecord;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the entries of one record, or of all records of a run, and what each follows. */
final class EntrySearch implements RecordVisitor, EntryVisitor {

    private final String id;
    private final Map<Place, String> bodies = new HashMap<>();
    private final Map<Place, Found> found = new HashMap<>();
    private final EntryView before = new EntryView();
    private Map<Long, Digest> genesis = Map.of();

    EntrySearch(String id) {
        this.id = id;
    }

    /** Where an entry stands. */
    record Place(long lane, long seq) {}

    /**
     * An entry, and the record it stands for.
     *
     * @param canonical in base64; empty when it is not there
     */
    record Found(LedgerEntry entry, Digest previous, Optional<String> canonical) {}

    Map<Place, Found> in(LogSnapshot log) throws IOException, SQLException {
        Map<Long, Digest> opened = new HashMap<>();
        for (LaneRow lane : log.lanes()) {
            opened.put(lane.lane(), lane.genesis());
        }
        genesis = opened;
        for (LogPart<RecordVisitor> part : log.records()) {
            part.show(this);
        }
        for (LogPart<EntryVisitor> part : log.entries()) {
            part.show(this);
        }
        return found;
    }

    @Override
    public void visitWithEntry(StoredRecord record, EntryView entry) {
        if (record.id().toString().equals(id) || isOfRun(record.canonical())) {
            bodies.put(new Place(entry.lane(), entry.seq()), Base64.getEncoder().encodeToString(record.canonical()));
        }
    }

    @Override
    public void visitWithoutEntry(StoredRecord record) {
        // What no entry stands for cannot be proven.
    }

    @Override
    public void visitWithoutRecord(EntryView entry) {
        // Found by its id in the entries.
    }

    @Override
    public void resume(EntryView entry) {
        before.copy(entry);
    }

    @Override
    public boolean visit(EntryView entry) {
        var place = new Place(entry.lane(), entry.seq());
        Optional<String> body = Optional.ofNullable(bodies.get(place));
        if (body.isPresent() || entry.recordId().toString().equals(id)) {
            found.put(place, new Found(entry(entry), previous(entry), body));
        }
        before.copy(entry);
        return true;
    }

    private boolean isOfRun(byte[] canonical) {
        var members = new TopMembers(canonical);
        while (members.next()) {
            if (members.isNamed("session_id")) {
                return members.text().equals(id);
            }
        }
        return false;
    }

    private Digest previous(EntryView entry) {
        return before.lane() == entry.lane() && before.seq() == entry.seq() - 1
                ? Digest.ofRaw(before.entry())
                : Optional.ofNullable(genesis.get(entry.lane()))
                        .orElseThrow(() -> new LedgerException("lane " + entry.lane() + " was never opened"));
    }

    private static LedgerEntry entry(EntryView view) {
        return new LedgerEntry(
                view.lane(),
                view.seq(),
                EntryKind.ofNumber(view.kind()),
                view.recordId(),
                Digest.ofRaw(view.leaf()),
                Digest.ofRaw(view.entry()));
    }
}

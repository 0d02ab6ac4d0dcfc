package io.writ.governance.persistence;

import io.writ.evidence.Digest;
import io.writ.governance.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/** A decision ready to be written, with evidence as the product stores it or as small as in the trials. */
@NullMarked
public final class Recordable {

    private final DecisionRow row;
    private final List<StoredUnit> units;

    private Recordable(DecisionRow row, List<StoredUnit> units) {
        this.row = row;
        this.units = units;
    }

    /** With its evidence as the product stores it. */
    public static Recordable asStored(DecisionRow row) {
        return new Recordable(row, row.evidence().stream().map(StoredUnit::of).toList());
    }

    /** With a digest and a text for each unit, and no members. */
    public static Recordable withTexts(DecisionRow row, List<Digest> ids, String text) {
        return new Recordable(
                row, ids.stream().map(id -> new StoredUnit(id, "{}", text)).toList());
    }

    /** Whose gate is open: a note of no session. */
    static DecisionRow ofNoSession() {
        return new DecisionRow(
                new UUID(0, 0),
                new TenantId("bench"),
                Optional.empty(),
                "",
                "bench",
                Instant.EPOCH,
                CanonicalBytes.ofText("{}"),
                Optional.empty(),
                List.of(),
                List.of(),
                Standing.decision(),
                OptionalInt.empty());
    }

    public UUID id() {
        return row.id();
    }

    /** What the ledger chains. */
    public Digest leaf() {
        return row.canonical().leaf();
    }

    DecisionRow row() {
        return row;
    }

    List<StoredUnit> units() {
        return units;
    }

    Storable stored() {
        return new Storable(row, leaf(), units, List.of());
    }
}

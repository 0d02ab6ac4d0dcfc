package io.writ.governance.persistence;

import io.writ.evidence.Digest;
import io.writ.governance.SessionId;
import java.util.List;
import java.util.Optional;

/**
 * A decision as the columns it is stored in. Made on the thread of its caller, so that whoever writes many of them has
 * nothing left to serialise or to hash.
 */
record Storable(DecisionRow row, Digest leaf, List<StoredUnit> units, List<SealedValue> personal) {

    Storable {
        units = List.copyOf(units);
        personal = List.copyOf(personal);
    }

    static Storable of(DecisionRow row, List<SealedValue> personal) {
        return new Storable(
                row,
                row.canonical().leaf(),
                row.evidence().stream().map(StoredUnit::of).toList(),
                personal);
    }

    Optional<String> session() {
        return row.session().map(SessionId::value);
    }

    /** About what it weighs on the wire. */
    long weight() {
        return row.canonical().bytes().length
                + row.policyInput().map(input -> input.bytes().length).orElse(0)
                + units.stream().mapToLong(StoredUnit::weight).sum();
    }

    /** Whether the database will take it for all that can be told from here: its texts hold what no text column holds. */
    boolean isPlain() {
        return units.stream().allMatch(StoredUnit::isPlain);
    }
}

package io.writ.ledger;

import io.writ.ledger.persistence.CheckpointRow;
import io.writ.ledger.persistence.EntryView;
import io.writ.ledger.persistence.LeafVisitor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds where entries stand in the tree, and the newest checkpoint that has a leaf at its end. */
final class LeafSearch implements LeafVisitor {

    private final Set<EntrySearch.Place> wanted;
    private final Map<EntrySearch.Place, Long> places = new LinkedHashMap<>();
    private Optional<CheckpointRow> last = Optional.empty();

    LeafSearch(Set<EntrySearch.Place> wanted) {
        this.wanted = wanted;
    }

    @Override
    public boolean visit(long index, EntryView entry, @Nullable CheckpointRow checkpoint) {
        var place = new EntrySearch.Place(entry.lane(), entry.seq());
        if (wanted.contains(place)) {
            places.put(place, index);
        }
        if (checkpoint != null) {
            last = Optional.of(checkpoint);
        }
        return true;
    }

    /** Leaf indexes of the entries that are under the newest checkpoint, in the order of the tree. */
    Map<EntrySearch.Place, Long> places() {
        var covered = new LinkedHashMap<>(places);
        covered.values().removeIf(index -> index >= size());
        return covered;
    }

    long size() {
        return last.map(CheckpointRow::size).orElse(0L);
    }

    Optional<String> newest() {
        return last.map(CheckpointRow::note);
    }
}

package io.writ.ledger.notice;

import io.writ.ledger.signing.NoteKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of a log in their order, as its own notices tell it. Each of them was vouched for by the one before. */
public final class KeyHistory {

    private final List<Step> steps = new ArrayList<>();

    /**
     * One key took over from another.
     *
     * @param lane of the notice
     * @param leafIndex of the notice in the tree, -1 when it is not there yet
     */
    public record Step(long lane, long leafIndex, Succession succession) {

        boolean isWithin(long size) {
            return leafIndex >= 0 && leafIndex < size;
        }
    }

    /** Takes the next step, in the order of the tree; if it does not follow, tells why and forgets it. */
    public Optional<String> add(Step next) {
        Succession succession = next.succession();
        Optional<String> problem = succession.problem().or(() -> misfit(succession));
        if (problem.isEmpty()) {
            steps.add(next);
        }
        return problem;
    }

    /** The last step; empty as long as the log has its first key. */
    public Optional<Step> last() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
    }

    /** Which key is the last one; the first is 1. */
    public long epoch() {
        return steps.size() + 1L;
    }

    /** All keys that the notices speak of, the oldest first; none as long as the log has its first key. */
    public List<NoteKey> keys() {
        return steps.stream()
                .map(Step::succession)
                .flatMap(step -> Stream.of(step.oldKey(), step.newKey()))
                .distinct()
                .toList();
    }

    /** Those of them by which the log signed in this name: a restarted log has another one. */
    public List<NoteKey> keysNamed(String origin) {
        return keys().stream().filter(key -> key.name().equals(origin)).toList();
    }

    /** Whether this key was the key of the log at some time, as far as its notices tell. */
    public boolean knows(NoteKey key) {
        return steps.stream()
                .map(Step::succession)
                .anyMatch(step -> step.oldKey().equals(key) || step.newKey().equals(key));
    }

    /**
     * Who must have signed a checkpoint. The first one over a change of the key carries the old key's signature too, so
     * that whoever knows the old key only learns of the change from something it can verify.
     *
     * @param sizeBefore of the checkpoint before, 0 for none
     * @param trusted the key of a log that never changed it
     */
    public List<NoteKey> signers(long sizeBefore, long size, NoteKey trusted) {
        if (steps.isEmpty()) {
            return List.of(trusted);
        }
        Optional<Step> newest =
                steps.reversed().stream().filter(step -> step.isWithin(size)).findFirst();
        if (newest.isEmpty()) {
            return List.of(steps.getFirst().succession().oldKey());
        }
        Succession valid = newest.get().succession();
        return switch (valid) {
            case KeyChange change when !newest.get().isWithin(sizeBefore) -> List.of(change.oldKey(), change.newKey());
            case KeyChange change -> List.of(change.newKey());
            case Restart restart -> List.of(restart.newKey());
        };
    }

    private Optional<String> misfit(Succession next) {
        if (next.epoch() != epoch() + 1) {
            return Optional.of("it begins epoch " + next.epoch() + " where epoch " + (epoch() + 1) + " begins");
        }
        Optional<NoteKey> valid = last().map(step -> step.succession().newKey());
        if (valid.isPresent() && !valid.get().equals(next.oldKey())) {
            return Optional.of("it takes over from " + next.oldKey().text() + ", but the key of the log was "
                    + valid.get().text());
        }
        return knows(next.newKey())
                ? Optional.of("it brings back " + next.newKey().text() + ": no key of a log is used twice")
                : Optional.empty();
    }
}

package io.writ.governance.policy;

import io.writ.governance.LeastChange;
import io.writ.governance.LeastChange.Change;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Tries declared changes one by one, then in pairs, in a fixed order, until one size of change is enough. */
final class LeastChangeSearch {

    private final Predicate<JsonObject> allows;
    private final List<Change> changes;
    private final SearchLimits limits;
    private final List<List<Change>> found = new ArrayList<>();
    private final long endNanos;
    private int evaluations;
    private boolean bounded;

    LeastChangeSearch(Predicate<JsonObject> allows, Openings openings, SearchLimits limits) {
        this.allows = allows;
        this.changes = openings.changes();
        this.limits = limits;
        this.endNanos = limits.nanos().getAsLong() + limits.time().toNanos();
    }

    LeastChange from(JsonObject question) {
        singles(question);
        if (found.isEmpty()) {
            pairs(question);
        }
        return new LeastChange(found, !bounded);
    }

    private void singles(JsonObject question) {
        for (int first = 0; first < changes.size() && mayContinue(); first++) {
            Change change = changes.get(first);
            attempt(List.of(change), JsonPaths.changed(question, change));
        }
    }

    private void pairs(JsonObject question) {
        for (int first = 0; first < changes.size() && mayContinue(); first++) {
            Change one = changes.get(first);
            JsonObject halfway = JsonPaths.changed(question, one);
            for (int second = first + 1; second < changes.size() && mayContinue(); second++) {
                Change other = changes.get(second);
                if (!clash(one, other)) {
                    // From the end of a list, so that taking one element away does not move the other.
                    attempt(
                            List.of(one, other),
                            other.to().isEmpty()
                                    ? JsonPaths.changed(JsonPaths.changed(question, other), one)
                                    : JsonPaths.changed(halfway, other));
                }
            }
        }
    }

    /** Two values for one member are no pair: the second would undo the first. */
    private static boolean clash(Change one, Change other) {
        return one.pointer().equals(other.pointer()) && !one.pointer().endsWith("/-");
    }

    private void attempt(List<Change> attempted, JsonObject question) {
        evaluations++;
        if (allows.test(question)) {
            found.add(attempted);
        }
    }

    private boolean mayContinue() {
        boolean enough = found.size() >= limits.alternativesMax()
                || evaluations >= limits.evaluationsMax()
                || limits.nanos().getAsLong() - endNanos >= 0;
        bounded |= enough;
        return !enough;
    }
}

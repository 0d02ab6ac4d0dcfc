package io.writ.app.health;

import io.writ.governance.Readiness;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The checks of the privileged parts, sorted by name. A check that throws has failed.
 *
 * @param weaknesses what is weaker than declared
 * @param notes what somebody should look at although everything works
 */
record Ready(SortedMap<String, Boolean> checks, List<String> weaknesses, List<String> notes) {

    private static final SortedMap<String, Boolean> NOTHING_WORKS =
            new TreeMap<>(Map.of("ledger", false, "opa", false, "postgres", false));

    static Ready of(Readiness readiness) {
        try {
            return new Ready(new TreeMap<>(readiness.checks()), readiness.weaknesses(), readiness.notes());
        } catch (RuntimeException broken) {
            return new Ready(NOTHING_WORKS, List.of(), List.of());
        }
    }

    /** {@code ready}, {@code degraded}, or {@code not_ready}. */
    String status() {
        if (!isReady()) {
            return "not_ready";
        }
        return notes.isEmpty() ? "ready" : "degraded";
    }

    boolean isReady() {
        return weaknesses.isEmpty() && checks.values().stream().allMatch(Boolean::booleanValue);
    }
}

package io.writ.app.health;

import io.writ.governance.Readiness;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The checks of the privileged parts, sorted by name. A check that throws has failed. */
record Ready(SortedMap<String, Boolean> checks) {

    private static final SortedMap<String, Boolean> NOTHING_WORKS =
            new TreeMap<>(Map.of("ledger", false, "opa", false, "postgres", false));

    static Ready of(Readiness readiness) {
        try {
            return new Ready(new TreeMap<>(readiness.checks()));
        } catch (RuntimeException broken) {
            return new Ready(NOTHING_WORKS);
        }
    }

    boolean isReady() {
        return checks.values().stream().allMatch(Boolean::booleanValue);
    }
}

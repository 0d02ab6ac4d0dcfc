package io.writ.governance.policy.check;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which statements were reached, and which of them never held, whatever reached them. */
final class Tally {

    private static final class Count {
        private final PlanDocument.Function function;
        private Optional<Cause> cause;
        private boolean always = true;

        private Count(PlanDocument.Function function, Optional<Cause> cause) {
            this.function = function;
            this.cause = cause;
        }
    }

    private final IdentityHashMap<JsonObject, Count> counts = new IdentityHashMap<>();
    private final Map<String, Set<String>> callees = new HashMap<>();

    void count(PlanDocument.Function function, JsonObject statement, Optional<Cause> cause) {
        Count count = counts.computeIfAbsent(statement, _ -> new Count(function, cause));
        count.always &= cause.isPresent();
        count.cause = count.cause.or(() -> cause);
    }

    void calls(String caller, String callee) {
        callees.computeIfAbsent(caller, _ -> new HashSet<>()).add(callee);
    }

    /** One finding for each statement that never held; not for calls that fail because of a finding further inside. */
    List<Finding> findings(PlanDocument plan) {
        List<Finding> findings = new ArrayList<>();
        Set<String> guilty = new HashSet<>();
        counts.forEach((statement, count) -> certain(count)
                .filter(cause -> cause.callee().isEmpty())
                .ifPresent(cause -> {
                    guilty.add(count.function.name());
                    findings.add(finding(plan, statement, count, cause));
                }));
        counts.forEach((statement, count) -> certain(count)
                .filter(cause ->
                        cause.callee().isPresent() && !reachesAny(cause.callee().get(), guilty, new HashSet<>()))
                .ifPresent(cause -> findings.add(finding(plan, statement, count, cause))));
        return findings.stream().distinct().toList();
    }

    private static Optional<Cause> certain(Count count) {
        return count.always ? count.cause : Optional.empty();
    }

    private static Finding finding(PlanDocument plan, JsonObject statement, Count count, Cause cause) {
        return new Finding(
                cause.severity(), cause.code(), count.function.rule(), plan.place(statement), cause.advice());
    }

    private boolean reachesAny(String function, Set<String> wanted, Set<String> seen) {
        if (wanted.contains(function)) {
            return true;
        }
        return seen.add(function)
                && callees.getOrDefault(function, Set.of()).stream()
                        .anyMatch(callee -> reachesAny(callee, wanted, seen));
    }
}

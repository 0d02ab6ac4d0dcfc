package io.writ.governance;

import io.writ.evidence.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The posture of one node.
 *
 * @param node its name
 * @param facts what can be declared, by name
 * @param policy the policy in force
 * @param declared what must hold, by name
 * @param weaknesses what is weaker than declared
 */
public record PostureReport(
        String node,
        SortedMap<String, String> facts,
        PolicyInForce policy,
        SortedMap<String, String> declared,
        List<String> weaknesses) {

    public PostureReport {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        declared = Collections.unmodifiableSortedMap(new TreeMap<>(declared));
        weaknesses = List.copyOf(weaknesses);
    }

    /**
     * The policy in force.
     *
     * @param signedBy id of the key, absent for a bundle that is not signed
     * @param rules functions of the compiled plan
     * @param canaries questions that it was asked before it came into force
     * @param activatedAt absent when none is in force
     * @param confirmedAt when its source was last reached
     */
    public record PolicyInForce(
            String revision,
            Digest bundle,
            Optional<String> signedBy,
            int rules,
            int canaries,
            Optional<Instant> activatedAt,
            Instant confirmedAt,
            Duration age,
            Decisions decisions,
            Optional<Trouble> lastTrouble) {}

    /**
     * What policy was asked on this node since it started.
     *
     * @param last absent before the first question
     */
    public record Decisions(long allowed, long denied, long undecided, Optional<Instant> last) {}

    /** Why the last look for a bundle brought nothing. */
    public record Trouble(String code, String problem, Instant at) {}
}

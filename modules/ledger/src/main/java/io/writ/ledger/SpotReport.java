package io.writ.ledger;

import java.util.List;

/**
 * What a spot check found.
 *
 * @param verdict about what was looked at only
 * @param steps in their order; several may fail
 * @param unchecked one sentence for each thing that was not looked at
 */
public record SpotReport(Verdict verdict, List<ProofStep> steps, List<String> unchecked) {
    public SpotReport {
        steps = List.copyOf(steps);
        unchecked = List.copyOf(unchecked);
    }
}

package io.writ.ledger;

import java.util.ArrayList;
import java.util.List;

/** What one spot check has found so far. */
final class SpotLook {

    private final List<ProofStep> steps = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();
    private Verdict verdict = Verdict.INTACT;

    void good(String name, String told) {
        steps.add(ProofStep.good(name, told));
    }

    void bad(Verdict weight, String name, String told) {
        steps.add(ProofStep.bad(name, told));
        verdict = verdict.join(weight);
    }

    /** Steps of a proof: each that does not hold shows another history. */
    void steps(List<ProofStep> proof) {
        steps.addAll(proof);
        if (!proof.stream().allMatch(ProofStep::holds)) {
            verdict = verdict.join(Verdict.FORKED);
        }
    }

    /** Something that this check leaves out. */
    void unchecked(String what) {
        unchecked.add(what);
    }

    /** Something that should have been checked and could not be. */
    void unverifiable(String what) {
        unchecked.add(what);
        verdict = verdict.join(Verdict.UNVERIFIABLE);
    }

    SpotReport report() {
        return new SpotReport(verdict, steps, unchecked);
    }
}

package io.writ.governance.policy.bundle;

import io.writ.evidence.Digest;

/** What came into force once: a bundle, and the rule set it belongs to. */
public record Activation(RuleSet ruleSet, Digest bundle) {

    static Activation of(Candidate candidate) {
        return new Activation(candidate.ruleSet(), candidate.bundle().digest());
    }
}

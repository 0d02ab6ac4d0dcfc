package io.writ.governance.posture;

import io.writ.evidence.Digest;
import io.writ.governance.PolicyConfig;
import io.writ.governance.PostureReport;
import io.writ.governance.policy.DecisionTally;
import io.writ.governance.policy.FailMode;
import io.writ.governance.policy.PolicyDecisionPoint;
import io.writ.governance.policy.PolicyStatus;
import io.writ.governance.policy.bundle.Candidate;
import io.writ.governance.policy.bundle.LivePolicy;
import io.writ.governance.policy.bundle.PolicySnapshot;
import io.writ.governance.policy.bundle.PolicyState;
import io.writ.governance.policy.bundle.Upkeep;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the running policy says about itself. */
final class PolicyFacts {

    private final PolicyConfig config;
    private final PolicyDecisionPoint policy;
    private final LivePolicy live;
    private final DecisionTally tally;

    PolicyFacts(PolicyConfig config, PolicyDecisionPoint policy, Upkeep upkeep, DecisionTally tally) {
        this.config = config;
        this.policy = policy;
        this.live = upkeep.live();
        this.tally = tally;
    }

    /** What is in force now; all that one report says of it is taken from one such state. */
    PolicyState state() {
        return live.state();
    }

    Map<String, String> facts(PolicyState state) {
        PolicyStatus status = policy.status();
        Optional<Candidate> active = state.active();
        Map<String, String> facts = new TreeMap<>();
        facts.put("policy", status.usable() ? "active" : "inactive");
        facts.put("policy.engine", status.engine());
        facts.put("policy.fail_mode", FailMode.observed());
        facts.put("policy.fallback", name(config.evaluation().fallback()));
        facts.put("policy.shadow", name(config.evaluation().shadow()));
        facts.put("policy.source", active.map(Candidate::source).orElse("none"));
        facts.put(
                "policy.signed",
                Boolean.toString(active.flatMap(Candidate::signedBy).isPresent()));
        facts.put(
                "policy.pinned", Boolean.toString(active.map(Candidate::pinned).orElse(false)));
        facts.put("policy.rollback", config.trust().rollbackAllowed() ? "allowed" : "refused");
        facts.put("policy.bundle", bundle(active, status).hex());
        facts.put(
                "policy.rule_set",
                active.map(bundle -> bundle.ruleSet().toString()).orElse("none"));
        facts.put("policy.max_age_secs", Long.toString(config.reload().ageMax().toSeconds()));
        return facts;
    }

    /** What the last look for a bundle ended with, if it ended badly. */
    Optional<PolicyState.Trouble> trouble() {
        return live.state().trouble();
    }

    PostureReport.PolicyInForce inForce(PolicyState state) {
        PolicyStatus status = policy.status();
        Optional<Candidate> active = state.active();
        return new PostureReport.PolicyInForce(
                active.map(candidate -> candidate.bundle().revision()).orElse(status.revision()),
                bundle(active, status),
                active.flatMap(Candidate::signedBy),
                state.rules(),
                active.map(Candidate::canaries).orElse(0),
                activatedAt(state),
                state.confirmedAt(),
                live.age(),
                new PostureReport.Decisions(tally.allowed(), tally.denied(), tally.undecided(), tally.last()),
                state.trouble().map(PolicyFacts::trouble));
    }

    private static Digest bundle(Optional<Candidate> active, PolicyStatus status) {
        return active.map(candidate -> candidate.bundle().digest()).orElse(status.bundle());
    }

    private static Optional<Instant> activatedAt(PolicyState state) {
        return switch (state.snapshot()) {
            case PolicySnapshot.Loaded loaded -> Optional.of(loaded.loadedAt());
            case PolicySnapshot.Unusable _ -> Optional.empty();
        };
    }

    private static PostureReport.Trouble trouble(PolicyState.Trouble trouble) {
        return new PostureReport.Trouble(trouble.flaw().code(), trouble.problem(), trouble.at());
    }

    private static String name(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}

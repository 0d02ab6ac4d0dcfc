package io.writ.governance.posture;

import io.writ.governance.PolicyConfig;
import io.writ.governance.PostureReport;
import io.writ.governance.policy.DecisionTally;
import io.writ.governance.policy.FailMode;
import io.writ.governance.policy.PolicyDecisionPoint;
import io.writ.governance.policy.PolicyStatus;
import io.writ.governance.policy.bundle.Candidate;
import io.writ.governance.policy.bundle.LivePolicy;
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

    Map<String, String> facts() {
        PolicyStatus status = policy.status();
        Optional<Candidate> active = live.state().active();
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
        facts.put("policy.bundle", status.bundle().hex());
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

    PostureReport.PolicyInForce inForce() {
        PolicyStatus status = policy.status();
        PolicyState state = live.state();
        Optional<Candidate> active = state.active();
        Optional<Instant> activatedAt = active.map(_ -> status.loadedAt());
        return new PostureReport.PolicyInForce(
                status.revision(),
                status.bundle(),
                active.flatMap(Candidate::signedBy),
                active.map(Candidate::rules).orElse(0),
                active.map(Candidate::canaries).orElse(0),
                activatedAt,
                state.confirmedAt(),
                live.age(),
                new PostureReport.Decisions(tally.allowed(), tally.denied(), tally.undecided(), tally.last()),
                state.trouble().map(PolicyFacts::trouble));
    }

    private static PostureReport.Trouble trouble(PolicyState.Trouble trouble) {
        return new PostureReport.Trouble(trouble.flaw().code(), trouble.problem(), trouble.at());
    }

    private static String name(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}

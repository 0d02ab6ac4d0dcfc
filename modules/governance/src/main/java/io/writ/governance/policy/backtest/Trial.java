package io.writ.governance.policy.backtest;

import io.writ.evidence.canonical.Rfc8785;
import io.writ.governance.BacktestOrder;
import io.writ.governance.CandidatePolicy;
import io.writ.governance.policy.backtest.report.FlipKind;
import io.writ.governance.policy.bundle.BundleReading;
import io.writ.governance.policy.bundle.PolicySnapshot;
import io.writ.governance.policy.bundle.source.BundleContent;
import io.writ.governance.policy.bundle.source.BundleRefused;
import io.writ.governance.policy.engine.PlanEngine;
import io.writ.governance.policy.engine.PolicyBundle;
import io.writ.governance.policy.rego.RegoPlanException;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * A candidate beside the policy in force, both ready to answer in this process.
 *
 * @param failOn kinds of flips that fail
 */
public record Trial(PolicySnapshot.Loaded base, PolicySnapshot.Loaded candidate, Set<FlipKind> failOn) {

    public Trial {
        failOn = Set.copyOf(failOn);
    }

    /**
     * Reads an order.
     *
     * @throws BacktestFailure when the candidate cannot be evaluated, or an unknown kind shall fail
     */
    public static Trial of(BacktestOrder order, PolicyBundle inForce, Instant now) {
        PolicySnapshot.Loaded candidate = switch (order.candidate()) {
            case CandidatePolicy.Archive archive -> loaded(bundle(archive), now);
            case CandidatePolicy.Parts parts -> changed(parts, inForce, now);
        };
        Set<FlipKind> failOn = order.failOn().map(Trial::kinds).orElseGet(FlipKind::failingByDefault);
        return new Trial(loaded(inForce, now), candidate, failOn);
    }

    private static PolicyBundle bundle(CandidatePolicy.Archive archive) {
        try {
            return BundleReading.of(BundleContent.ofArchive(archive.bytes()));
        } catch (BundleRefused unusable) {
            throw new BacktestFailure("the candidate is refused: " + unusable.problem());
        }
    }

    /** Files have no bytes here, so the digest is that of their canonical form: it names this candidate only. */
    private static PolicySnapshot.Loaded changed(CandidatePolicy.Parts parts, PolicyBundle inForce, Instant now) {
        try {
            return CandidateBundle.of(
                    Rfc8785.bytes(parts.data().orElseGet(inForce::data)),
                    Rfc8785.bytes(parts.manifest().orElseGet(inForce::manifest)),
                    parts.plan().map((JsonObject plan) -> Rfc8785.bytes(plan)).orElseGet(inForce::plan),
                    now);
        } catch (IllegalArgumentException unusable) {
            throw new BacktestFailure("the candidate is refused: " + unusable.getMessage());
        }
    }

    private static PolicySnapshot.Loaded loaded(PolicyBundle bundle, Instant now) {
        try {
            return new PolicySnapshot.Loaded(PlanEngine.of(bundle), bundle.revision(), bundle.digest(), now);
        } catch (RegoPlanException unusable) {
            throw new BacktestFailure("the policy cannot be evaluated in this process: " + unusable.getMessage());
        }
    }

    private static Set<FlipKind> kinds(Set<String> names) {
        Set<FlipKind> kinds = new HashSet<>();
        names.forEach(name -> kinds.add(FlipKind.named(name)
                .orElseThrow(() -> new BacktestFailure("there is no kind of flip named so in fail_on"))));
        return kinds;
    }
}

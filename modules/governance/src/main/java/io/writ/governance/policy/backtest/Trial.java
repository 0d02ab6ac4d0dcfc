package io.writ.governance.policy.backtest;

import io.writ.evidence.JsonExtent;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A candidate beside the policy in force, both ready to answer in this process.
 *
 * @param failOn kinds of flips that fail
 */
public record Trial(PolicySnapshot.Loaded base, PolicySnapshot.Loaded candidate, Set<FlipKind> failOn) {

    /** Of all files of a candidate together; the shipped policy has a third of a megabyte. */
    static final int CANDIDATE_BYTES_MAX = 4 * 1024 * 1024;

    /** JSON values of a candidate, some hundred bytes of memory each; the shipped policy has thirty thousand. */
    static final int CANDIDATE_VALUES_MAX = 300_000;

    private static final List<String> PARSED = List.of("data.json", "manifest.json", ".manifest", "plan.json");

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
            BundleContent content = BundleContent.ofArchive(archive.bytes(), CANDIDATE_BYTES_MAX);
            refuseTooManyValues(
                    PARSED.stream().map(content::read).flatMap(Optional::stream).toList());
            return BundleReading.of(content);
        } catch (BundleRefused unusable) {
            throw new BacktestFailure("the candidate is refused: " + unusable.problem());
        }
    }

    /** Files have no bytes here, so the digest is that of their canonical form: it names this candidate only. */
    private static PolicySnapshot.Loaded changed(CandidatePolicy.Parts parts, PolicyBundle inForce, Instant now) {
        try {
            byte[] data = Rfc8785.bytes(parts.data().orElseGet(inForce::data));
            byte[] manifest = Rfc8785.bytes(parts.manifest().orElseGet(inForce::manifest));
            byte[] plan =
                    parts.plan().map((JsonObject json) -> Rfc8785.bytes(json)).orElseGet(inForce::plan);
            refuseTooManyValues(List.of(data, manifest, plan));
            return CandidateBundle.of(data, manifest, plan, now);
        } catch (IllegalArgumentException unusable) {
            throw new BacktestFailure("the candidate is refused: " + unusable.getMessage());
        }
    }

    /** Before anything is parsed: a kilobyte of zeros, packed, would be a hundred megabytes of numbers. */
    private static void refuseTooManyValues(List<byte[]> files) {
        if (files.stream().mapToLong(JsonExtent::values).sum() > CANDIDATE_VALUES_MAX) {
            throw new BacktestFailure("the candidate is refused: it holds more than " + CANDIDATE_VALUES_MAX
                    + " JSON values; use the command line for a policy of this size");
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

package io.writ.governance.policy.backtest.report;

import io.writ.evidence.Digest;
import io.writ.governance.PolicyRefusedException;
import io.writ.governance.policy.bundle.Activation;
import io.writ.governance.policy.bundle.ActivationCheck;
import io.writ.governance.policy.bundle.ActivationJournal;
import io.writ.governance.policy.bundle.BundleReading;
import io.writ.governance.policy.bundle.Candidate;
import io.writ.governance.policy.bundle.PackagedBundle;
import io.writ.governance.policy.bundle.source.BundleFlaw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Lets a bundle from outside come into force only with a signed backtest of it that passed. */
public final class BacktestedBundles implements ActivationCheck {

    /** The bundle that was built into the application has been through the build's own tests. */
    private static final String PACKAGED = "packaged";

    private final PromotionGate gate;
    private final ActivationJournal journal;
    private final Clock clock;

    private BacktestedBundles(PromotionGate gate, ActivationJournal journal, Clock clock) {
        this.gate = gate;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Trusts the keys in this file.
     *
     * @param journal knows which bundle a report must have compared with
     * @throws PolicyRefusedException when it holds none: a gate without keys is a mistake, not an open gate
     */
    public static BacktestedBundles trusting(Path keys, ActivationJournal journal, Clock clock) {
        try {
            return new BacktestedBundles(new PromotionGate(ReportKeys.parse(Files.readAllBytes(keys))), journal, clock);
        } catch (IllegalArgumentException unfit) {
            throw new PolicyRefusedException(
                    BundleFlaw.REPORT.code(), "WRIT_POLICY_REPORT_KEYS does not fit: " + unfit.getMessage() + ".");
        } catch (IOException unreadable) {
            throw new PolicyRefusedException(BundleFlaw.REPORT.code(), "WRIT_POLICY_REPORT_KEYS cannot be read.");
        }
    }

    @Override
    public Optional<String> objection(Candidate candidate) {
        if (candidate.source().equals(PACKAGED)) {
            return Optional.empty();
        }
        // Where nothing was ever in force, the packaged policy is what would be.
        Digest inForce = journal.newest()
                .map(Activation::bundle)
                .orElseGet(
                        () -> BundleReading.ofDistribution(new PackagedBundle()).digest());
        Promotion promotion = new Promotion(candidate.bundle().digest(), inForce, clock.instant());
        return gate.objection(promotion, candidate.report());
    }

    @Override
    public BundleFlaw flaw() {
        return BundleFlaw.REPORT;
    }
}

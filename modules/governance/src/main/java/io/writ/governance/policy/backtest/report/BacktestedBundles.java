package io.writ.governance.policy.backtest.report;

import io.writ.governance.PolicyRefusedException;
import io.writ.governance.policy.bundle.ActivationCheck;
import io.writ.governance.policy.bundle.Candidate;
import io.writ.governance.policy.bundle.source.BundleFlaw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Lets a bundle from outside come into force only with a signed backtest of it that passed. */
public final class BacktestedBundles implements ActivationCheck {

    /** The bundle that was built into the application has been through the build's own tests. */
    private static final String PACKAGED = "packaged";

    private final PromotionGate gate;

    private BacktestedBundles(PromotionGate gate) {
        this.gate = gate;
    }

    /**
     * Trusts the keys in this file.
     *
     * @throws PolicyRefusedException when it holds none: a gate without keys is a mistake, not an open gate
     */
    public static BacktestedBundles trusting(Path keys) {
        try {
            return new BacktestedBundles(new PromotionGate(ReportKeys.parse(Files.readAllBytes(keys))));
        } catch (IllegalArgumentException unfit) {
            throw new PolicyRefusedException(
                    BundleFlaw.REPORT.code(), "WRIT_POLICY_REPORT_KEYS does not fit: " + unfit.getMessage() + ".");
        } catch (IOException unreadable) {
            throw new PolicyRefusedException(BundleFlaw.REPORT.code(), "WRIT_POLICY_REPORT_KEYS cannot be read.");
        }
    }

    @Override
    public Optional<String> objection(Candidate candidate) {
        return candidate.source().equals(PACKAGED)
                ? Optional.empty()
                : gate.objection(candidate.bundle().digest(), candidate.report());
    }

    @Override
    public BundleFlaw flaw() {
        return BundleFlaw.REPORT;
    }
}

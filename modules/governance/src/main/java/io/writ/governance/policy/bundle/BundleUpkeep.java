package io.writ.governance.policy.bundle;

import io.writ.governance.PolicyConfig;
import io.writ.governance.PolicyRefusedException;
import io.writ.governance.policy.bundle.signature.VerifyingKeys;
import io.writ.governance.policy.bundle.source.BundleFlaw;
import io.writ.governance.policy.bundle.source.BundleSource;
import io.writ.governance.policy.engine.EngineFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/** Composes the upkeep of a policy from its configuration. */
public final class BundleUpkeep {

    private BundleUpkeep() {}

    /**
     * Looks once, so that a node knows its policy before it is asked.
     *
     * @param more what must hold besides trust, no rollback and the canaries
     * @throws PolicyRefusedException when what was found is a bundle that the configuration forbids
     */
    public static Upkeep begin(
            PolicyConfig config,
            EngineFactory engines,
            ActivationJournal journal,
            List<ActivationCheck> more,
            Clock clock) {
        LivePolicy live = new LivePolicy(clock, config.reload().ageMax());
        UpkeepParts parts = new UpkeepParts(
                BundleSource.of(config.source()),
                new BundleTrust(
                        config.trust().keys().map(BundleUpkeep::keys),
                        config.trust().pin(),
                        config.source() instanceof PolicyConfig.Source.Packaged),
                checks(config, new RollbackCheck(journal, live), more),
                engines,
                journal);
        Upkeep upkeep = new Upkeep(parts, live, clock);
        upkeep.look();
        refuseToStartOn(upkeep.live().state());
        return upkeep;
    }

    /** The watch over it, not yet started. */
    public static BundleWatch watch(PolicyConfig config, Upkeep upkeep, ThreadFactory threads) {
        return new BundleWatch(upkeep, config.reload().interval(), threads);
    }

    /** The public keys in a file that the configuration names. */
    public static VerifyingKeys keys(Path file) {
        try {
            return VerifyingKeys.parse(Files.readAllBytes(file));
        } catch (IllegalArgumentException unfit) {
            throw new PolicyRefusedException(
                    BundleFlaw.SIGNATURE.code(), "WRIT_POLICY_KEYS does not fit: " + unfit.getMessage() + ".");
        } catch (IOException unreadable) {
            throw new PolicyRefusedException(BundleFlaw.SIGNATURE.code(), "WRIT_POLICY_KEYS cannot be read.");
        }
    }

    private static List<ActivationCheck> checks(
            PolicyConfig config, RollbackCheck rollback, List<ActivationCheck> more) {
        List<ActivationCheck> checks = new ArrayList<>();
        if (!config.trust().rollbackAllowed()) {
            checks.add(rollback);
        }
        checks.addAll(more);
        checks.add(new Canaries());
        return checks;
    }

    private static void refuseToStartOn(PolicyState state) {
        Optional<PolicyState.Trouble> forbidden =
                state.trouble().filter(trouble -> trouble.flaw().isUntrusted());
        forbidden.ifPresent(trouble -> {
            throw new PolicyRefusedException(
                    trouble.flaw().code(), "the policy bundle is refused: " + trouble.problem() + ".");
        });
    }
}

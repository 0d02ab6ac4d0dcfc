package io.writ.governance.policy.bundle;

import io.writ.governance.policy.engine.EngineFactory;
import io.writ.governance.policy.engine.PolicyBundle;
import io.writ.governance.policy.engine.PolicyFailure;
import java.time.Clock;
import java.time.Instant;

/**
 * Loads a compiled policy, or says why it cannot be used: something is missing, it is not what was built, it was built
 * of other sources than it says, or it needs a builtin that the evaluator lacks.
 */
public final class SnapshotLoader {

    private final EngineFactory engines;
    private final Clock clock;

    public SnapshotLoader(EngineFactory engines, Clock clock) {
        this.engines = engines;
        this.clock = clock;
    }

    public PolicySnapshot load(BundleFiles files) {
        Instant now = clock.instant();
        try {
            PolicyBundle policy = BundleReading.ofDistribution(files);
            return new PolicySnapshot.Loaded(engines.engine(policy), policy.revision(), policy.digest(), now);
        } catch (RuntimeException | StackOverflowError unusable) {
            return new PolicySnapshot.Unusable(PolicyFailure.UNAVAILABLE, String.valueOf(unusable.getMessage()), now);
        }
    }
}

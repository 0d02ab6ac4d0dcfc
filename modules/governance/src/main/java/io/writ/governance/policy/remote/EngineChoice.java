package io.writ.governance.policy.remote;

import io.writ.governance.PolicyConfig;
import io.writ.governance.PolicyObserver;
import io.writ.governance.policy.engine.EngineFactory;
import io.writ.governance.policy.engine.PlanEngine;
import io.writ.governance.policy.engine.PolicyBundle;
import io.writ.governance.policy.engine.PolicyEngine;

/**
 * Makes the engine of a bundle as configured. The plan is compiled in any case, so that a bundle this process could not
 * evaluate is refused whoever answers, and so that fallback and comparison have the same bundle by construction.
 */
final class EngineChoice implements EngineFactory, AutoCloseable {

    /** At some kilobytes each these are a few megabytes. */
    private static final int CACHED_MAX = 1_024;

    private final PolicyConfig.Evaluation config;
    private final Opa opa;
    private final Comparisons comparisons;
    private final PolicyObserver observer;

    EngineChoice(PolicyConfig.Evaluation config, Opa opa, Comparisons comparisons, PolicyObserver observer) {
        this.config = config;
        this.opa = opa;
        this.comparisons = comparisons;
        this.observer = observer;
    }

    @Override
    public PolicyEngine engine(PolicyBundle bundle) {
        PolicyEngine embedded = PlanEngine.of(bundle);
        return switch (config.engine()) {
            case EMBEDDED -> shadowed(embedded, embedded, bundle);
            case OPA -> withFallback(shadowed(cached(remote(bundle)), embedded, bundle), embedded);
        };
    }

    @Override
    public void close() {
        comparisons.close();
    }

    /** Inside the fallback: what answers instead of the server is not to be mistaken for the server. */
    private PolicyEngine shadowed(PolicyEngine deciding, PolicyEngine embedded, PolicyBundle bundle) {
        return switch (config.shadow()) {
            case NONE -> deciding;
            case EMBEDDED -> new ShadowEngine(deciding, embedded, comparisons);
            case OPA -> new ShadowEngine(deciding, remote(bundle), comparisons);
        };
    }

    private PolicyEngine cached(PolicyEngine remote) {
        if (config.cacheTtl().isZero()) {
            return remote;
        }
        AnswerCache answers = new AnswerCache(CACHED_MAX, config.cacheTtl(), System::nanoTime);
        return new CachingEngine(remote, answers, observer);
    }

    private PolicyEngine withFallback(PolicyEngine remote, PolicyEngine embedded) {
        return switch (config.fallback()) {
            case DENY -> remote;
            case EMBEDDED -> new FallbackEngine(remote, embedded, observer);
        };
    }

    private PolicyEngine remote(PolicyBundle bundle) {
        RemoteEngine engine = new RemoteEngine(opa, config.opa(), bundle, observer);
        engine.greet();
        return engine;
    }
}

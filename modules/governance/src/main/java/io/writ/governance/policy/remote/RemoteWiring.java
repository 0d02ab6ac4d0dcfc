package io.writ.governance.policy.remote;

import io.writ.governance.GovernanceConfig;
import io.writ.governance.PolicyObserver;
import io.writ.governance.policy.engine.EngineFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;

/** Composes the engines. The client of OPA is made at its first question, so where nobody asks OPA there is none. */
@Dependent
class RemoteWiring {

    @Produces
    @ApplicationScoped
    static EngineFactory engines(GovernanceConfig config, GuardedOpa opa, PolicyObserver observer) {
        Thread.Builder threads = Thread.ofPlatform().daemon().name("policy-comparison-", 0);
        return new EngineChoice(
                config.policy().evaluation(), opa, new Comparisons(observer, threads.factory()), observer);
    }

    static void stop(@Disposes EngineFactory engines) {
        if (engines instanceof EngineChoice choice) {
            choice.close();
        }
    }

    @Produces
    @OverHttp
    @ApplicationScoped
    static Opa server(GovernanceConfig config) {
        return new HttpOpa(config.policy().evaluation().opa());
    }

    static void hangUp(@Disposes @OverHttp Opa server) {
        if (server instanceof HttpOpa http) {
            http.close();
        }
    }
}

package io.writ.governance.policy;

import io.writ.governance.policy.bundle.PackagedBundle;
import io.writ.governance.policy.bundle.PolicySnapshot;
import io.writ.governance.policy.bundle.SnapshotLoader;
import io.writ.governance.policy.engine.EngineFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Loads the packaged policy once. A policy that cannot be used does not stop the start: everything is denied then. */
@Dependent
class PolicyWiring {

    @Produces
    @ApplicationScoped
    static PolicyDecisionPoint decisionPoint(EngineFactory engines, Clock clock) {
        PolicySnapshot packaged = new SnapshotLoader(engines, clock).load(new PackagedBundle());
        return new SnapshotDecisionPoint(() -> packaged);
    }
}

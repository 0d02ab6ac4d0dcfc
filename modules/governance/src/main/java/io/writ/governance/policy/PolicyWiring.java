package io.writ.governance.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Loads the packaged policy once. A policy that cannot be used does not stop the start: everything is denied then. */
@Dependent
class PolicyWiring {

    @Produces
    @ApplicationScoped
    static PolicyDecisionPoint decisionPoint(Clock clock) {
        return new EmbeddedDecisionPoint(new SnapshotLoader(PlanEngine::of, clock).load(new PackagedBundle()));
    }
}

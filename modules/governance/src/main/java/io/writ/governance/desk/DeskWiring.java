package io.writ.governance.desk;

import io.writ.governance.PolicyDesk;
import io.writ.governance.disclosure.Disclosure;
import io.writ.governance.policy.PolicyDecisionPoint;
import io.writ.governance.policy.Unrecorded;
import io.writ.governance.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Composes the policy desk; whoever hands it to callers records what it answers. */
@Dependent
class DeskWiring {

    @Produces
    @Unrecorded
    @ApplicationScoped
    static PolicyDesk desk(PolicyDecisionPoint policy, Sources sources, Disclosure disclosure, Clock clock) {
        return new DecisionPointDesk(policy, sources::catalogue, disclosure, clock);
    }
}

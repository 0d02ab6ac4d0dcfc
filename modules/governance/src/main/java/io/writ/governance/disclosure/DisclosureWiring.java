package io.writ.governance.disclosure;

import io.writ.governance.policy.PolicyDecisionPoint;
import io.writ.governance.source.Sources;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Composes disclosure; one for all who tell somebody something. */
@Dependent
class DisclosureWiring {

    @Produces
    @Singleton
    static Disclosure disclosure(PolicyDecisionPoint policy, Sources sources) {
        return new Disclosure(policy, sources::catalogue);
    }
}

package io.writ.governance.policy;

import io.writ.governance.policy.bundle.PackagedBundle;
import io.writ.governance.policy.bundle.PolicySnapshot;
import io.writ.governance.policy.bundle.SnapshotLoader;
import io.writ.governance.policy.engine.PlanEngine;
import java.time.Clock;
import java.time.ZoneOffset;

/** The policy as it is packaged, evaluated as it is in production. */
public final class ShippedPolicy {

    private ShippedPolicy() {}

    /** A decision point over the packaged bundle. */
    public static PolicyDecisionPoint decisionPoint() {
        Clock clock = Clock.fixed(Asking.NOW, ZoneOffset.UTC);
        PolicySnapshot packaged = new SnapshotLoader(PlanEngine::of, clock).load(new PackagedBundle());
        return new SnapshotDecisionPoint(() -> packaged);
    }

    /** What a role is obliged to when it uses an operator. */
    public static Obligations obligations(String role, String operator, Resource resource) {
        PolicyRequest asked = Asking.call(Asking.principal(role), operator, resource);
        return ((PolicyDecision.Allow) decisionPoint().decide(asked)).obligations();
    }
}

package io.writ.governance.policy;

import io.writ.governance.policy.bundle.PackagedBundle;
import io.writ.governance.policy.bundle.PolicySnapshot;
import io.writ.governance.policy.bundle.SnapshotLoader;
import io.writ.governance.policy.engine.PlanEngine;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** The policy as it is packaged, evaluated as it is in production. */
public final class ShippedPolicy {

    /** The bounds of production without its haste: a test machine is cold and busy. */
    static final SearchLimits UNHURRIED = new SearchLimits(
            SearchLimits.STANDARD.evaluationsMax(),
            Duration.ofMinutes(1),
            SearchLimits.STANDARD.alternativesMax(),
            System::nanoTime);

    private ShippedPolicy() {}

    /** A decision point over the packaged bundle. */
    public static PolicyDecisionPoint decisionPoint() {
        Clock clock = Clock.fixed(Asking.NOW, ZoneOffset.UTC);
        PolicySnapshot packaged = new SnapshotLoader(PlanEngine::of, clock).load(new PackagedBundle());
        return new SnapshotDecisionPoint(() -> packaged, UNHURRIED);
    }

    /** What a role is obliged to when it uses an operator. */
    public static Obligations obligations(String role, String operator, Resource resource) {
        PolicyRequest asked = Asking.call(Asking.principal(role), operator, resource);
        return ((PolicyDecision.Allow) decisionPoint().decide(asked)).obligations();
    }
}

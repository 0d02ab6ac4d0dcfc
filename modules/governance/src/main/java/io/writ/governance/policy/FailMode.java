package io.writ.governance.policy;

import io.writ.evidence.Label;
import io.writ.governance.Actor;
import io.writ.governance.Principal;
import io.writ.governance.PrincipalId;
import io.writ.governance.TenantId;
import io.writ.governance.policy.bundle.PolicySnapshot;
import io.writ.governance.policy.engine.PolicyFailure;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happens when there is no policy: found out by asking the decision point without one. */
public final class FailMode {

    private static final PolicyRequest QUESTION = new PolicyRequest(
            PolicyAction.CREATE_SESSION,
            new Principal(
                    TenantId.SYSTEM,
                    new PrincipalId("writ:posture"),
                    List.of(),
                    Map.of(),
                    List.of(new Actor(Actor.Kind.SYSTEM, "writ:posture", "posture"))),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Label.NONE,
            Optional.empty(),
            Instant.EPOCH,
            Instant.EPOCH,
            JsonValue.EMPTY_JSON_OBJECT);

    private FailMode() {}

    /** {@code deny}, or {@code open} when somebody broke it. */
    public static String observed() {
        PolicySnapshot none =
                new PolicySnapshot.Unusable(PolicyFailure.UNAVAILABLE, "asked for the posture", Instant.EPOCH);
        return switch (new SnapshotDecisionPoint(() -> none).verdict(QUESTION)) {
            case PolicyDecision.Allow _ -> "open";
            case PolicyDecision.Deny _, PolicyDecision.Undecided _ -> "deny";
        };
    }
}

package io.writ.governance.policy.check;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Finds what a compiled policy can never mean. */
public final class PlanCheck {

    private PlanCheck() {}

    /**
     * Everything that is certain about this policy and cannot be meant, errors first.
     *
     * @param plan OPA's plan of the policy
     * @param data the data of the bundle
     * @param catalogue the sources the policy is about, where they are known
     */
    public static List<Finding> findings(byte[] plan, JsonObject data, Optional<JsonObject> catalogue) {
        return List.of();
    }
}

package io.writ.governance.desk;

import io.writ.evidence.Label;
import io.writ.governance.Principal;
import io.writ.governance.policy.PolicyAction;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.PolicyDecisionPoint;
import io.writ.governance.policy.PolicyRequest;
import io.writ.governance.policy.Resource;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Asks policy on behalf of one principal, as a run that has touched nothing yet.
 *
 * @param purpose what the caller says the data is wanted for
 */
record Asker(PolicyDecisionPoint policy, Principal principal, Optional<String> purpose, Instant asOf, Instant now) {

    PolicyDecision about(PolicyAction action, JsonObject params) {
        return ask(action, Optional.empty(), Optional.empty(), List.of(), params);
    }

    PolicyDecision aboutCall(Optional<String> operator, Optional<Resource> resource, JsonObject params) {
        return ask(PolicyAction.OPERATOR_CALL, operator, resource, List.of(), params);
    }

    PolicyDecision aboutRows(String operator, Resource.View view) {
        return aboutCall(Optional.of(operator), Optional.of(view), JsonValue.EMPTY_JSON_OBJECT);
    }

    PolicyDecision aboutRelease(List<Resource> items) {
        return ask(PolicyAction.RELEASE_ITEMS, Optional.empty(), Optional.empty(), items, JsonValue.EMPTY_JSON_OBJECT);
    }

    private PolicyDecision ask(
            PolicyAction action,
            Optional<String> operator,
            Optional<Resource> resource,
            List<Resource> items,
            JsonObject params) {
        return policy.decide(new PolicyRequest(
                action, principal, operator, resource, items, Label.NONE, purpose, asOf, now, params));
    }
}

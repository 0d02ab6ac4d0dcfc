package io.writ.governance.gateway;

import io.writ.evidence.Label;
import io.writ.governance.OperatorName;
import io.writ.governance.Principal;
import io.writ.governance.policy.GovernedCall;
import io.writ.governance.policy.PolicyAction;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.PolicyRequest;
import io.writ.governance.policy.Resource;
import io.writ.governance.redaction.ReleaseContext;
import io.writ.governance.session.SessionFacts;
import io.writ.governance.source.SourceQuery;
import io.writ.governance.transcript.PolicyTrail;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * May this principal read this, having read what it has read?
 *
 * @param runLabel join of everything the session has touched
 */
record OperatorQuestion(
        Principal principal,
        SessionFacts session,
        Label runLabel,
        OperatorName operator,
        SourceQuery query,
        Resource resource,
        Instant now)
        implements GovernedCall<Findings> {

    @Override
    public PolicyRequest policyRequest() {
        return request(PolicyAction.OPERATOR_CALL, List.of());
    }

    /** The second question of a search: which of these may be released? */
    PolicyRequest releaseRequest(List<Resource> items) {
        return request(PolicyAction.RELEASE_ITEMS, items);
    }

    @Override
    public Findings withheld(PolicyDecision decision) {
        return new Findings.Nothing(Withholding.of(decision), PolicyTrail.of(decision));
    }

    ReleaseContext releaseContext() {
        return new ReleaseContext(session.asOf(), session.snapshot());
    }

    private PolicyRequest request(PolicyAction action, List<Resource> items) {
        return new PolicyRequest(
                action,
                principal,
                Optional.of(operator.wireName()),
                Optional.of(resource),
                items,
                runLabel,
                session.purpose(),
                session.asOf(),
                now,
                JsonValue.EMPTY_JSON_OBJECT);
    }
}

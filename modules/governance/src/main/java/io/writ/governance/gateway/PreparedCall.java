package io.writ.governance.gateway;

import io.writ.evidence.Digest;
import io.writ.evidence.Label;
import io.writ.governance.Caller;
import io.writ.governance.OperatorName;
import io.writ.governance.policy.Resource;
import io.writ.governance.session.LiveSession;
import io.writ.governance.source.SourceQuery;
import io.writ.governance.transcript.Circumstances;
import io.writ.governance.transcript.Deed;
import io.writ.governance.transcript.Event;
import io.writ.governance.transcript.PolicyTrail;
import java.time.Instant;
import java.util.Optional;

/** An operator call that makes sense: admitted, normalised, not yet decided. */
record PreparedCall(
        Caller caller,
        LiveSession session,
        OperatorName operator,
        SourceQuery query,
        Resource resource,
        Digest paramsDigest,
        long paramsBytes) {

    OperatorQuestion question(Label runLabel, Instant now) {
        return new OperatorQuestion(caller.principal(), session.facts(), runLabel, operator, query, resource, now);
    }

    Circumstances where() {
        return Circumstances.inside(caller, session.facts());
    }

    Optional<Deed.Request> request() {
        return Optional.of(new Deed.Request(operator.wireName(), Optional.of(paramsDigest), paramsBytes));
    }

    RecordStage.Refused refused(PolicyTrail trail) {
        return new RecordStage.Refused(where(), Event.OPERATOR_CALL, request(), trail);
    }
}

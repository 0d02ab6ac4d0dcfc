package io.writ.governance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Budget;
import io.writ.evidence.Claim;
import io.writ.evidence.ClaimMap;
import io.writ.evidence.ClaimStatus;
import io.writ.evidence.EvidenceId;
import io.writ.evidence.StrictJson;
import io.writ.evidence.TerminalMode;
import io.writ.governance.Caller;
import io.writ.governance.FinalizeOutcome;
import io.writ.governance.Opening;
import io.writ.governance.OperatorCall;
import io.writ.governance.OperatorOutcome;
import io.writ.governance.Refusal;
import io.writ.governance.SessionAccess;
import io.writ.governance.SessionRequest;
import io.writ.governance.Submission;
import io.writ.governance.persistence.Samples;
import io.writ.governance.persistence.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A caller with a session of its own in a tenant of its own. */
record Visit(Desk desk, Caller caller, SessionAccess access) {

    static Visit to(Desk desk) {
        return to(desk, Samples.budget(10, 1_000_000));
    }

    static Visit to(Desk desk, Budget budget) {
        Caller caller = Samples.caller(Samples.freshTenant(), "dev");
        return new Visit(desk, caller, open(desk, caller, budget));
    }

    static SessionAccess open(Desk desk, Caller caller, Budget budget) {
        var request = new SessionRequest(budget, Optional.empty(), Optional.empty(), Optional.of("how long?"));
        Opening opening = desk.gateway.open(caller, request);
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        var opened = (Opening.Opened) opening;
        return new SessionAccess(opened.session().id(), opened.token());
    }

    OperatorOutcome fetch() {
        return call("fetch_span", "{'object_id':'public/a.txt'}");
    }

    OperatorOutcome search() {
        return call("search", "{'query':'refund'}");
    }

    OperatorOutcome call(String operator, String params) {
        var call = new OperatorCall(operator, StrictJson.parseObject(params.replace('\'', '"')));
        return desk.gateway.call(caller, access, call);
    }

    FinalizeOutcome finish(EvidenceId... cited) {
        List<Claim> claims = Arrays.stream(cited)
                .map(id -> new Claim("it takes 14 days", ClaimStatus.SUPPORTED, List.of(id), List.of()))
                .toList();
        var map = new ClaimMap("map", TerminalMode.SUPPORTED, claims, Optional.empty(), Optional.empty());
        return desk.gateway.finish(caller, access, new Submission(map, "what I would say"));
    }

    Visit at(Desk other) {
        return new Visit(other, caller, access);
    }

    Visit as(Caller other) {
        return new Visit(desk, other, access);
    }

    Visit with(SessionAccess other) {
        return new Visit(desk, caller, other);
    }

    /** How many records with this outcome the tenant has. */
    long recorded(String outcome) {
        return TestDatabase.count("select count(*) from writ.decision join writ.ledger_entry on record_id = decision_id"
                + " where tenant_id = '" + caller.principal().tenant() + "'"
                + " and convert_from(canonical, 'UTF8')::jsonb ->> 'outcome' = '" + outcome + "'");
    }

    /** The records of one kind that the tenant has, as text, oldest first. */
    List<String> texts(String kind) {
        return TestDatabase.texts("select (convert_from(canonical, 'UTF8')::jsonb)::text from writ.decision"
                + " where tenant_id = '" + caller.principal().tenant() + "'"
                + " and convert_from(canonical, 'UTF8')::jsonb ->> 'kind' = '" + kind + "' order by decision_id");
    }

    static Refusal refusal(OperatorOutcome outcome) {
        assertThat(outcome).isInstanceOf(OperatorOutcome.Refused.class);
        return ((OperatorOutcome.Refused) outcome).refusal();
    }

    static Refusal refusal(FinalizeOutcome outcome) {
        assertThat(outcome).isInstanceOf(FinalizeOutcome.Refused.class);
        return ((FinalizeOutcome.Refused) outcome).refusal();
    }

    static OperatorOutcome.Answered answer(OperatorOutcome outcome) {
        assertThat(outcome).isInstanceOf(OperatorOutcome.Answered.class);
        return (OperatorOutcome.Answered) outcome;
    }
}

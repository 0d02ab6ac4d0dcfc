package io.writ.app.rest;

import io.writ.app.exchange.CallerPrincipal;
import io.writ.app.json.JsonMembers;
import io.writ.app.metrics.Meters;
import io.writ.app.metrics.Meters.CallOutcome;
import io.writ.app.metrics.Route;
import io.writ.evidence.TerminalMode;
import io.writ.governance.Caller;
import io.writ.governance.Gateway;
import io.writ.governance.OperatorCall;
import io.writ.governance.OperatorOutcome;
import io.writ.governance.Refusal;
import io.writ.governance.RefusalReason;
import io.writ.governance.SessionAccess;
import io.writ.governance.SessionToken;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;

/** Calls operators. Names and parameters are the gateway's to judge. */
@Path("v1/operators/{operator}")
@Dependent
public class OperatorsResource {

    private final Gateway gateway;
    private final Meters meters;

    @Inject
    public OperatorsResource(Gateway gateway, Meters meters) {
        this.gateway = gateway;
        this.meters = meters;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response call(
            @Context SecurityContext security,
            @Context HttpHeaders headers,
            @PathParam("operator") String operator,
            InputStream body) {
        Caller caller = CallerPrincipal.required(security);
        SessionToken token = SessionHeaders.token(headers);
        JsonMembers form = JsonBody.read(headers, body);
        SessionAccess access = new SessionAccess(SessionMember.in(form), token);
        OperatorCall call = new OperatorCall(operator, form.object("params"));
        form.end();
        return switch (gateway.call(caller, access, call)) {
            case OperatorOutcome.Answered answered -> {
                count(operator, CallOutcome.SUCCESS, answered.mode());
                yield JsonAnswer.ok(OperatorJson.of(answered)).build();
            }
            case OperatorOutcome.Refused(var refusal) -> {
                count(operator, refusal);
                throw JsonAnswer.refused(refusal);
            }
        };
    }

    private void count(String operator, Refusal refusal) {
        RefusalReason reason = refusal.reason();
        boolean denied = reason.hint() == TerminalMode.INSUFFICIENT_PERMISSION;
        count(operator, denied ? CallOutcome.DENIED : CallOutcome.ERROR, reason.hint());
        if (reason == RefusalReason.BUDGET_EXCEEDED) {
            meters.budgetViolation(Route.OPERATORS);
        }
    }

    private void count(String operator, CallOutcome outcome, TerminalMode mode) {
        meters.operatorCall(operator, outcome);
        meters.terminalMode(Route.OPERATORS, mode);
    }
}

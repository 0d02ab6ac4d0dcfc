package io.writ.app.rest;

import io.writ.app.exchange.CallerPrincipal;
import io.writ.app.json.JsonMembers;
import io.writ.app.metrics.Meters;
import io.writ.app.metrics.Route;
import io.writ.evidence.ClaimMapJson;
import io.writ.governance.Caller;
import io.writ.governance.FinalizeOutcome;
import io.writ.governance.Gateway;
import io.writ.governance.SessionAccess;
import io.writ.governance.SessionToken;
import io.writ.governance.Submission;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;

/** Finalizes sessions. */
@Path("v1/finalize")
@Dependent
public class FinalizeResource {

    private final Gateway gateway;
    private final Meters meters;

    @Inject
    public FinalizeResource(Gateway gateway, Meters meters) {
        this.gateway = gateway;
        this.meters = meters;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response finish(@Context SecurityContext security, @Context HttpHeaders headers, InputStream body) {
        Caller caller = CallerPrincipal.required(security);
        SessionToken token = SessionHeaders.token(headers);
        JsonMembers form = JsonBody.read(headers, body);
        SessionAccess access = new SessionAccess(SessionMember.in(form), token);
        Submission submission = new Submission(ClaimMapJson.read(form.object("claim_map")), form.text("response_text"));
        form.end();
        return switch (gateway.finish(caller, access, submission)) {
            case FinalizeOutcome.Finalized finalized -> {
                meters.terminalMode(Route.FINALIZE, finalized.outcome().mode());
                yield JsonAnswer.ok(FinalizedJson.of(finalized).build()).build();
            }
            case FinalizeOutcome.Refused(var refusal) -> {
                meters.terminalMode(Route.FINALIZE, refusal.reason().hint());
                throw JsonAnswer.refused(refusal);
            }
        };
    }
}

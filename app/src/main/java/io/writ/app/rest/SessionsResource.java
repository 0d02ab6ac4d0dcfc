package io.writ.app.rest;

import io.writ.app.exchange.CallerPrincipal;
import io.writ.app.json.JsonBuilders;
import io.writ.evidence.BudgetJson;
import io.writ.governance.Caller;
import io.writ.governance.Gateway;
import io.writ.governance.Opening;
import io.writ.governance.Session;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;

/** Opens sessions. */
@Path("v1/sessions")
@Dependent
public class SessionsResource {

    private final Gateway gateway;

    @Inject
    public SessionsResource(Gateway gateway) {
        this.gateway = gateway;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response open(@Context SecurityContext security, @Context HttpHeaders headers, InputStream body) {
        Caller caller = CallerPrincipal.required(security);
        return switch (gateway.open(caller, SessionForm.parse(JsonBody.read(headers, body)))) {
            case Opening.Opened(var session, var token) ->
                JsonAnswer.ok(json(session))
                        .header(SessionHeaders.TOKEN, token.value())
                        .build();
            case Opening.Refused(var refusal) -> throw JsonAnswer.refused(refusal);
        };
    }

    private static JsonObject json(Session session) {
        return JsonBuilders.object()
                .add("session_id", session.id().value())
                .add("trace_id", session.traceId())
                .add("policy_snapshot_id", session.policySnapshot().id())
                .add("budget", BudgetJson.write(session.budget()))
                .build();
    }
}

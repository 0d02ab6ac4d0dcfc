package io.writ.app.rest;

import io.writ.app.exchange.CallerPrincipal;
import io.writ.app.json.JsonMembers;
import io.writ.evidence.Digest;
import io.writ.governance.Caller;
import io.writ.governance.PolicyDesk;
import io.writ.governance.Simulation;
import io.writ.governance.SimulationOutcome;
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
import java.util.Optional;

/** Asks policy what it would say to the caller. */
@Path("v1/policies/simulate")
@Dependent
public class SimulateResource {

    private final PolicyDesk desk;

    @Inject
    public SimulateResource(PolicyDesk desk) {
        this.desk = desk;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response simulate(@Context SecurityContext security, @Context HttpHeaders headers, InputStream body) {
        Caller caller = CallerPrincipal.required(security);
        return switch (desk.simulate(caller, simulation(JsonBody.read(headers, body)))) {
            case SimulationOutcome.Simulated(var decision) ->
                JsonAnswer.ok(DecisionJson.ofSimulation(decision)).build();
            case SimulationOutcome.Refused(var refusal) -> throw JsonAnswer.refused(refusal);
        };
    }

    static Simulation simulation(JsonMembers body) {
        String action = body.text("action").strip();
        if (action.isEmpty()) {
            throw body.wrong("action", "must not be blank");
        }
        Simulation simulation = new Simulation(
                action,
                body.object("params"),
                digest(body, "policy_snapshot_hash"),
                digest(body, "policy_bundle_hash"),
                AsOfTime.in(body));
        body.end();
        return simulation;
    }

    private static Optional<Digest> digest(JsonMembers body, String name) {
        Optional<String> sent = body.optionalText(name).filter(text -> !text.isBlank());
        if (sent.isPresent() && !Digest.isDigest(sent.get())) {
            throw body.wrong(name, "must be 64 lower-case hexadecimal characters");
        }
        return sent.map(Digest::new);
    }
}

package io.writ.app.rest;

import io.writ.app.exchange.CallerPrincipal;
import io.writ.governance.CapabilitiesOutcome;
import io.writ.governance.PolicyDesk;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** Tells a caller what it may ask, in PECR's gateway form. */
@Path("v1/policies/capabilities")
@Dependent
public class PolicyCapabilitiesResource {

    private final PolicyDesk desk;

    @Inject
    public PolicyCapabilitiesResource(PolicyDesk desk) {
        this.desk = desk;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response capabilities(@Context SecurityContext security) {
        return switch (desk.capabilities(CallerPrincipal.required(security))) {
            case CapabilitiesOutcome.Listed(var capabilities) ->
                JsonAnswer.ok(CapabilitiesJson.catalogue(capabilities).build()).build();
            case CapabilitiesOutcome.Refused(var refusal) -> throw JsonAnswer.refused(refusal);
        };
    }
}

package io.writ.app.rest;

import io.writ.app.exchange.CallerPrincipal;
import io.writ.governance.RunWrits;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** The writ of an answer: one file that proves what a run rests on. */
@Path("v1/runs/{session_id}/writ")
@Dependent
public class WritResource {

    private final RunWrits writs;

    @Inject
    public WritResource(RunWrits writs) {
        this.writs = writs;
    }

    @GET
    public Response writ(@Context SecurityContext security, @PathParam("session_id") String session) {
        return WritAnswer.of(writs, CallerPrincipal.required(security), session);
    }
}

package io.writ.app.console;

import io.writ.app.exchange.CallerPrincipal;
import io.writ.app.identity.Door;
import io.writ.app.rest.WritAnswer;
import io.writ.governance.RunWrits;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** The same file for a person with a browser, behind the browser's door. */
@Path("console/runs/{session}/writ")
@Door(Door.Kind.BROWSER)
@Dependent
public class WritDownloadResource {

    private final RunWrits writs;

    @Inject
    public WritDownloadResource(RunWrits writs) {
        this.writs = writs;
    }

    @GET
    public Response writ(@Context SecurityContext security, @PathParam("session") String session) {
        return WritAnswer.of(writs, CallerPrincipal.required(security), session);
    }
}

package io.writ.app.health;

import io.writ.app.identity.Door;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** PECR's liveness: answers while the process can answer at all; it checks nothing else. */
@Path("healthz")
@Door(Door.Kind.OPEN)
@Dependent
public class Healthz {

    @Inject
    public Healthz() {}

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String alive() {
        return "ok";
    }
}

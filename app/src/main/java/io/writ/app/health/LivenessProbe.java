package io.writ.app.health;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Answers while the process can answer at all; it checks nothing else. */
@Path("healthz")
@Dependent
public class LivenessProbe {

    @Inject
    public LivenessProbe() {}

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String alive() {
        return "ok";
    }
}

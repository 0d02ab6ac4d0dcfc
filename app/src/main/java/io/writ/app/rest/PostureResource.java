package io.writ.app.rest;

import io.writ.governance.Posture;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Says which gates stand. Any known caller may ask: whoever trusts an answer may know what stood behind it. */
@Path("v1/posture")
@Dependent
public class PostureResource {

    private final Posture posture;

    @Inject
    public PostureResource(Posture posture) {
        this.posture = posture;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response posture() {
        return JsonAnswer.ok(PostureJson.of(posture.report())).build();
    }
}

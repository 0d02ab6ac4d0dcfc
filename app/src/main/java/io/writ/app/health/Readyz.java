package io.writ.app.health;

import io.writ.app.identity.Door;
import io.writ.app.json.JsonBuilders;
import io.writ.governance.Readiness;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** PECR's readiness. */
@Path("readyz")
@Door(Door.Kind.OPEN)
@Dependent
public class Readyz {

    private static final int UNAVAILABLE = 503;

    private final Readiness readiness;

    @Inject
    public Readyz(Readiness readiness) {
        this.readiness = readiness;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response ready() {
        Ready ready = Ready.of(readiness);
        JsonObjectBuilder checks = JsonBuilders.object();
        ready.checks().forEach(checks::add);
        JsonObjectBuilder body =
                JsonBuilders.object().add("status", ready.status()).add("checks", checks);
        add(body, "weaknesses", ready.weaknesses());
        add(body, "notes", ready.notes());
        return Response.status(ready.isReady() ? 200 : UNAVAILABLE)
                .entity(body.build().toString())
                .build();
    }

    private static void add(JsonObjectBuilder body, String name, List<String> sentences) {
        if (!sentences.isEmpty()) {
            body.add(name, JsonBuilders.array(sentences));
        }
    }
}

package io.writ.app.metrics;

import io.writ.app.identity.Door;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The scrape target. Whether it asks for a principal is decided where all requests are. */
@Path("metrics")
@Door(Door.Kind.OPEN)
@Dependent
public class MetricsResource {

    private final Meters meters;

    @Inject
    public MetricsResource(Meters meters) {
        this.meters = meters;
    }

    @GET
    public Response scrape() {
        return Response.ok(PrometheusText.of(meters))
                .header("Content-Type", PrometheusText.MEDIA_TYPE)
                .build();
    }
}

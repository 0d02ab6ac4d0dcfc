package io.writ.app.metrics;

import io.writ.app.identity.Door;
import io.writ.governance.Measurement;
import io.writ.ledger.LedgerAnchors;
import io.writ.ledger.LedgerTree;
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
    private final Measurement.Gauges gauges;
    private final Measurement.Gauges tree;
    private final Measurement.Gauges anchors;

    @Inject
    public MetricsResource(Meters meters, Measurement.Gauges gauges, LedgerTree tree, LedgerAnchors anchors) {
        this.meters = meters;
        this.gauges = gauges;
        this.tree = new TreeGauges(tree);
        this.anchors = new AnchorGauges(anchors);
    }

    @GET
    public Response scrape() {
        return Response.ok(PrometheusText.of(meters)
                        + PrometheusText.of(gauges.now())
                        + PrometheusText.of(tree.now())
                        + PrometheusText.of(anchors.now()))
                .header("Content-Type", PrometheusText.MEDIA_TYPE)
                .build();
    }
}

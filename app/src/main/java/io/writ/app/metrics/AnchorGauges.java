package io.writ.app.metrics;

import io.writ.governance.Measurement;
import io.writ.governance.Measurement.Kind;
import io.writ.ledger.AnchorState;
import io.writ.ledger.LedgerAnchors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How far checkpoints got out of the database, told by the process that sequences. */
record AnchorGauges(LedgerAnchors anchors) implements Measurement.Gauges {

    private static final double MILLIS_PER_SECOND = 1e3;

    @Override
    public List<Measurement> now() {
        List<AnchorState> states = anchors.states();
        List<Measurement> measurements = new ArrayList<>();
        measurements.add(new Measurement(
                "writ_ledger_sequencing_refused",
                Kind.GAUGE,
                Map.of(),
                anchors.refusals().isEmpty() ? 0 : 1));
        // One metric after the other: a scraper wants the samples of a name together.
        states.forEach(state -> measurements.add(
                of("writ_ledger_anchor_published_size", Kind.GAUGE, state, (double) state.publishedSize())));
        states.forEach(state -> measurements.add(
                of("writ_ledger_anchor_failures_total", Kind.COUNTER, state, (double) state.failures())));
        states.forEach(state -> measurements.add(of(
                "writ_ledger_anchor_lag_seconds", Kind.GAUGE, state, state.lag().toMillis() / MILLIS_PER_SECOND)));
        return measurements;
    }

    private static Measurement of(String name, Kind kind, AnchorState state, double value) {
        return new Measurement(name, kind, Map.of("anchor", state.name()), value);
    }
}

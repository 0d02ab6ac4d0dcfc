package io.writ.governance.posture;

import io.writ.governance.Measurement;
import io.writ.governance.policy.bundle.Upkeep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Numbers about the policy in force. */
record PolicyGauges(Upkeep upkeep) implements Measurement.Gauges {

    private static final double MILLIS_PER_SECOND = 1e3;

    @Override
    public List<Measurement> now() {
        List<Measurement> measurements = new ArrayList<>();
        upkeep.counts()
                .byOutcome()
                .forEach((outcome, count) -> measurements.add(new Measurement(
                        "writ_policy_activations_total", Measurement.Kind.COUNTER, Map.of("outcome", outcome), count)));
        measurements.add(new Measurement(
                "writ_policy_snapshot_age_seconds",
                Measurement.Kind.GAUGE,
                Map.of(),
                upkeep.live().age().toMillis() / MILLIS_PER_SECOND));
        return measurements;
    }
}

package io.writ.governance.policy.backtest.report;

import io.writ.evidence.Digest;
import java.time.Instant;

/**
 * A bundle that would come into force.
 *
 * @param inForce the bundle that came into force last, which this one replaces
 */
record Promotion(Digest candidate, Digest inForce, Instant now) {

    /** A node that starts again brings in what was promoted before; with what it was compared then, is settled. */
    boolean isRepeated() {
        return candidate.equals(inForce);
    }
}

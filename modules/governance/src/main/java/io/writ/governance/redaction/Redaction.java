package io.writ.governance.redaction;

import io.writ.governance.policy.FieldRule;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.source.Reading;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.util.Optional;

/** Carries out the obligations of an allowed read. */
public interface Redaction {

    /**
     * Releases a reading under the decision that allowed it.
     *
     * <p>Hits that policy did not release are already gone from the reading. A {@link Reading.Failed} has nothing to
     * release and comes back as {@link Release.Unfulfillable}; the gateway answers failures before it asks.
     */
    Release release(Reading reading, PolicyDecision.Allow decision, ReleaseContext context);

    /**
     * The redaction that carries out field rules and pattern masks.
     *
     * @param random where the secret behind opaque ids comes from
     */
    static Redaction ofObligations(SecureRandom random) {
        return new ObligationRedaction(OpaqueIds.random(random));
    }

    /** A field rule as the wire and the transform step write it; empty when every field survives. */
    static Optional<JsonObject> wireForm(FieldRule rule) {
        return FieldFilter.of(rule).params();
    }
}

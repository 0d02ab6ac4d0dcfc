package io.writ.governance.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Digest;
import io.writ.evidence.EvidenceIdentity;
import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.PolicySnapshotRef;
import io.writ.governance.policy.FieldRule;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is hidden cannot be found again by trying all its values. */
class OpaqueIdsTest {

    private static final String VERSION = Digest.of("2026-01-01T00:00:00Z").hex();

    private final Redaction redaction = Redaction.ofObligations(new SecureRandom());
    private final Redaction elsewhere = Redaction.ofObligations(new SecureRandom());

    @Test
    void anotherProcessCannotRecomputeTheNameOfAHiddenKey() {
        FieldRule rule = Readings.except("customer_id");

        assertThat(unit(redaction, rule).objectId())
                .startsWith("safe_customer_view_public:")
                .doesNotContain("cust_public_1")
                .isEqualTo(unit(redaction, rule).objectId())
                .isNotEqualTo(unit(elsewhere, rule).objectId());
        assertThat(unit(redaction, rule).versionId()).isEqualTo(VERSION);
    }

    @Test
    void theVersionTellsNothingOfAHiddenVersionField() {
        FieldRule rule = Readings.except("updated_at");
        EvidenceUnit unit = unit(redaction, rule);

        assertThat(unit.versionId())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(VERSION)
                .isEqualTo(unit(redaction, rule).versionId())
                .isNotEqualTo(unit(elsewhere, rule).versionId());
        assertThat(unit.objectId()).endsWith("cust_public_1");
    }

    @Test
    void theEvidenceIdIsStillRecomputedFromTheReleasedUnit() {
        assertThat(EvidenceIdentity.isIntact(unit(redaction, Readings.only("status"))))
                .isTrue();
    }

    @Test
    void anotherSessionKnowsTheSameRowByAnotherName() {
        var other = new ReleaseContext(
                Instant.EPOCH,
                new PolicySnapshotRef("s2", Readings.CONTEXT.policySnapshot().hash()));
        FieldRule rule = Readings.except("customer_id");

        assertThat(unit(redaction, rule, other).objectId())
                .isNotEqualTo(unit(redaction, rule).objectId());
    }

    private static EvidenceUnit unit(Redaction redaction, FieldRule rule) {
        return unit(redaction, rule, Readings.CONTEXT);
    }

    private static EvidenceUnit unit(Redaction redaction, FieldRule rule, ReleaseContext context) {
        var released = (Release.Released)
                redaction.release(Readings.row("{\"status\":\"active\"}"), Readings.allow(rule), context);
        return released.units().getFirst();
    }
}

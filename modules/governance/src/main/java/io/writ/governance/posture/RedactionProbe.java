package io.writ.governance.posture;

import io.writ.evidence.Digest;
import io.writ.evidence.Label;
import io.writ.evidence.PolicySnapshotRef;
import io.writ.evidence.SharedJson;
import io.writ.governance.Explanation;
import io.writ.governance.policy.FieldRule;
import io.writ.governance.policy.ItemFilter;
import io.writ.governance.policy.Obligations;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.PolicyInput;
import io.writ.governance.policy.Provenance;
import io.writ.governance.redaction.Redaction;
import io.writ.governance.redaction.Release;
import io.writ.governance.redaction.ReleaseContext;
import io.writ.governance.source.Reading;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Gives the running redaction a row with a field that policy hides, and looks for it in what comes out. */
record RedactionProbe(Redaction redaction) {

    private static final String HIDDEN = "writ-posture-hidden-value";

    boolean holds() {
        try {
            return switch (redaction.release(row(), hiding("secret"), context())) {
                case Release.Released released ->
                    released.result().toString().contains("shown")
                            && !released.result().toString().contains(HIDDEN)
                            && !released.units().toString().contains(HIDDEN);
                case Release.Unfulfillable _ -> false;
            };
        } catch (RuntimeException broken) {
            return false;
        }
    }

    private static Reading.RowSet row() {
        JsonObject content = SharedJson.PROVIDER
                .createObjectBuilder()
                .add("open", "shown")
                .add("secret", HIDDEN)
                .build();
        JsonArrayBuilder fields = SharedJson.PROVIDER.createArrayBuilder(List.of("open", "secret"));
        JsonObject locator = SharedJson.PROVIDER
                .createObjectBuilder()
                .add("type", "db_row")
                .add("view_id", "posture")
                .add("primary_key", SharedJson.PROVIDER.createObjectBuilder().add("id", "1"))
                .add("fields", fields)
                .build();
        Reading.Row row = new Reading.Row("posture:1", Digest.of("version").hex(), "open", locator, content);
        return new Reading.RowSet(List.of(row), false, Label.NONE, Instant.EPOCH);
    }

    private static PolicyDecision.Allow hiding(String field) {
        Obligations obligations = new Obligations(
                new FieldRule.Except(new TreeSet<>(Set.of(field))),
                List.of(),
                new ItemFilter.All(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());
        Provenance provenance = new Provenance(
                "none",
                "posture",
                Digest.of("posture"),
                "posture",
                PolicyInput.of(JsonValue.EMPTY_JSON_OBJECT),
                Optional.empty(),
                Explanation.UNASKED,
                0);
        return new PolicyDecision.Allow("posture", false, obligations, Map.of(), List.of(), provenance);
    }

    private static ReleaseContext context() {
        return new ReleaseContext(Instant.EPOCH, new PolicySnapshotRef("posture", Digest.of("posture")));
    }
}

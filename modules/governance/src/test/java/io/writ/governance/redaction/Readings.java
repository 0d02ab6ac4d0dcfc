package io.writ.governance.redaction;

import io.writ.evidence.Classification;
import io.writ.evidence.Digest;
import io.writ.evidence.Label;
import io.writ.evidence.OriginTrust;
import io.writ.evidence.PolicySnapshotRef;
import io.writ.evidence.StrictJson;
import io.writ.governance.Explanation;
import io.writ.governance.policy.FieldRule;
import io.writ.governance.policy.ItemFilter;
import io.writ.governance.policy.Obligations;
import io.writ.governance.policy.PatternMask;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.PolicyInput;
import io.writ.governance.policy.Provenance;
import io.writ.governance.policy.Resource;
import io.writ.governance.source.Reading;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** Readings and decisions, made short. */
final class Readings {

    static final Label INTERNAL = new Label(Classification.INTERNAL, OriginTrust.INTERNAL);
    static final Instant READ_AT = Instant.parse("2026-11-20T10:00:00.250Z");
    static final ReleaseContext CONTEXT = new ReleaseContext(
            Instant.EPOCH,
            new PolicySnapshotRef(
                    "s1", new Digest("fbaa1a39f1f98474a7eded447a9d1df4c7f150a9fb1e9e4e87d70057e8f5c5df")));

    private Readings() {}

    static Reading.TextSpan span(String text) {
        return new Reading.TextSpan(document(), "v1", READ_AT, 0, text.length(), 1, 1, text);
    }

    static Reading.Hits hits(String text) {
        return new Reading.Hits(List.of(new Reading.Hit(document(), "v1", READ_AT, 0, text.length(), 1, 1, text, 30)));
    }

    static Reading.RowSet row(String content) {
        return new Reading.RowSet(
                List.of(new Reading.Row(
                        "safe_customer_view_public:local:cust_public_1",
                        Digest.of("2026-01-01T00:00:00Z").hex(),
                        "updated_at",
                        StrictJson.parseObject("""
                                {"type":"db_row","view_id":"safe_customer_view_public",
                                 "primary_key":{"tenant_id":"local","customer_id":"cust_public_1"},
                                 "fields":["admin_note","status"]}"""),
                        StrictJson.parseObject(content))),
                false,
                INTERNAL,
                READ_AT);
    }

    static Reading.Figures figures() {
        return new Reading.Figures(
                "safe_customer_view_public",
                StrictJson.parseObject("""
                        {"type":"db_aggregate","view_id":"safe_customer_view_public","filter_fingerprint":"f",
                         "group_by":["plan_tier","status"],"drilldown_dimension":"region","rank_direction":"desc",
                         "metrics":[{"name":"count","field":"customer_id"},{"name":"sum","field":"amount"}]}"""),
                StrictJson.parseObject("""
                        {"rows":[{"group":{"status":"active","plan_tier":"free"},"rank":1,
                          "metrics":[{"name":"sum","field":"amount","value":12},
                                     {"name":"count","field":"customer_id","value":3}],
                          "drilldown":{"dimension":"region","filter_spec":{"status":"active","plan_tier":"free"}}}],
                         "available_dimensions":["status","plan_tier"],
                         "ranking_summary":{"ordered_by":"sum(amount)","direction":"desc","top_n":5}}"""),
                INTERNAL,
                READ_AT);
    }

    static PolicyDecision.Allow allow(FieldRule fields, PatternMask... masks) {
        return allow(fields, OptionalInt.empty(), masks);
    }

    static PolicyDecision.Allow allow(FieldRule fields, OptionalInt rowsMax, PatternMask... masks) {
        Obligations obligations = new Obligations(
                fields,
                List.of(masks),
                new ItemFilter.All(),
                rowsMax,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());
        Provenance provenance = new Provenance(
                "test",
                "1",
                Digest.of("bundle"),
                "x",
                PolicyInput.of(JsonValue.EMPTY_JSON_OBJECT),
                Optional.empty(),
                Explanation.UNASKED,
                0);
        return new PolicyDecision.Allow("test", false, obligations, Map.of(), List.of(), provenance);
    }

    static FieldRule except(String... names) {
        return new FieldRule.Except(new TreeSet<>(List.of(names)));
    }

    static FieldRule only(String... names) {
        return new FieldRule.Only(new TreeSet<>(List.of(names)));
    }

    private static Resource.Document document() {
        return new Resource.Document("public/x.txt", "public", INTERNAL, List.of());
    }
}

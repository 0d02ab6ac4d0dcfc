package io.writ.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Evidence ids of PECR v1: local principal {@code dev}, as of the epoch. */
class EvidenceVectorsTest {

    private static final Digest SNAPSHOT =
            new Digest("fbaa1a39f1f98474a7eded447a9d1df4c7f150a9fb1e9e4e87d70057e8f5c5df");

    @Test
    void aSpanHasThePublishedId() {
        Digest content = new Digest("463bace3fd0318503dfc3052a7309c531d9993e2075a3618030ad513e0883579");
        JsonObject locator = StrictJson.parseObject("""
                {"type":"text_span","start_byte":0,"end_byte":128,"line_start":1,"line_end":5}""");

        assertThat(id("fs_corpus", "public/public_1.txt", content.hex(), locator, content))
                .isEqualTo("f2a54285533a2e77a3262fa16318865222116f53ef798683c85009a1c37cdf3f");
    }

    @Test
    void aRowHasThePublishedId() {
        JsonObject row = StrictJson.parseObject("{\"status\":\"active\",\"plan_tier\":\"free\"}");
        String version = Digest.of("2026-01-01T00:00:00Z").hex();
        Digest content = EvidenceIdentity.contentHash(ContentType.JSON, row);
        JsonObject locator = StrictJson.parseObject("""
                {"type":"db_row","view_id":"safe_customer_view_public",
                 "primary_key":{"tenant_id":"local","customer_id":"cust_public_1"},"fields":["plan_tier","status"]}""");

        assertThat(version).isEqualTo("06fea089d547d0b62143aee268eed0ebac99884c102736f285e41bb1acad10dc");
        assertThat(content.hex()).isEqualTo("d51a5b2ff5c29f6d0f3c28c7552439951cdc53ce01c136dbc901a7b4079c2b34");
        assertThat(id("pg_safeview", "safe_customer_view_public:local:cust_public_1", version, locator, content))
                .isEqualTo("90d5977c28310b902071b409a4563e71260985e9ff237b762f838483ef78bfbe");
    }

    @Test
    void anAggregateHasThePublishedId() {
        JsonObject figures = StrictJson.parseObject("""
                {"rows":[
                  {"group":{"status":"active"},"metrics":[{"name":"count","field":"customer_id","value":1}]},
                  {"group":{"status":"suspended"},"metrics":[{"name":"count","field":"customer_id","value":1}]}],
                 "available_dimensions":["status","plan_tier"],
                 "available_drilldown_dimensions":["plan_tier"]}""");
        Digest content = Digest.ofPecrJson(figures);
        JsonObject locator = StrictJson.parseObject(
                """
                {"type":"db_aggregate","view_id":"safe_customer_view_public","filter_fingerprint":"%s",
                 "group_by":["status"],"time_granularity":null,"top_n":null,"rank_direction":null,
                 "drilldown_dimension":null,"metrics":[{"name":"count","field":"customer_id"}]}""".formatted(Fingerprints.filter(Map.of()).hex()));

        Digest published = new Digest("73a894acf6424c45aabb09c861c946ed0972b146bff7bf058d5152dfe0464d7c");
        assertThat(content.hex()).isEqualTo(published.hex());
        assertThat(id("pg_safeview", "safe_customer_view_public", published.hex(), locator, published))
                .isEqualTo("b01ba4882f71f3715a83ae10faf9fd275f006e186a4e4dde355b00ac208f596f");
    }

    private static String id(String system, String objectId, String version, JsonObject locator, Digest content) {
        return new EvidenceIdentity(system, objectId, version, locator, content, Instant.EPOCH, SNAPSHOT, List.of())
                .id()
                .hex();
    }
}

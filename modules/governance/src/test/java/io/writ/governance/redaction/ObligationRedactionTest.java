package io.writ.governance.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.EvidenceIdentity;
import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.StrictJson;
import io.writ.governance.policy.FieldRule;
import io.writ.governance.policy.PatternMask;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.source.Reading;
import io.writ.governance.source.SourceFailure;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ObligationRedactionTest {

    private static final FieldRule ALL = new FieldRule.All();
    private static final Redaction REDACTION = Redaction.ofObligations(new SecureRandom());
    private static final PatternMask EMAIL = new PatternMask("email", "[a-z.]+@[a-z.]+", "[e-mail $1]");

    @Test
    void aRowWithNothingToHideKeepsItsPublishedContentHash() {
        EvidenceUnit unit = one(Readings.row("{\"status\":\"active\",\"plan_tier\":\"free\"}"), Readings.allow(ALL));

        assertThat(unit.contentHash().hex())
                .isEqualTo("d51a5b2ff5c29f6d0f3c28c7552439951cdc53ce01c136dbc901a7b4079c2b34");
        assertThat(unit.transformChain()).isEmpty();
        assertThat(unit.asOf()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
        assertThat(unit.retrievedAt()).isEqualTo(Readings.READ_AT);
        assertThat(EvidenceIdentity.isIntact(unit)).isTrue();
    }

    @Test
    void aHiddenFieldLeavesContentLocatorAndSummary() {
        Release.Released released = released(
                Readings.row("{\"status\":\"active\",\"admin_note\":\"CANARY\"}"),
                Readings.allow(Readings.except("admin_note", "injection_note")));
        EvidenceUnit unit = released.units().getFirst();

        assertThat(unit.content()).isEqualTo(StrictJson.parse("{\"status\":\"active\"}"));
        assertThat(unit.locator().getJsonArray("fields"))
                .isEqualTo(Json.createArrayBuilder().add("status").build());
        assertThat(unit.transformChain()).singleElement().satisfies(step -> {
            assertThat(step.type()).isEqualTo("redaction");
            assertThat(step.hash().hex()).isEqualTo("2cfde533e8d17ea1a98cd71b68bc187e5406176b030092bf59911d773875f115");
        });
        assertThat(released.summary().orElseThrow()).doesNotContain("CANARY").doesNotContain("admin_note");
        assertThat(EvidenceIdentity.isIntact(unit)).isTrue();
    }

    @Test
    void anEmptyAllowListLeavesNothing() {
        EvidenceUnit unit = one(Readings.row("{\"status\":\"active\"}"), Readings.allow(Readings.only()));

        assertThat(unit.content()).isEqualTo(Json.createObjectBuilder().build());
        assertThat(unit.locator().getJsonObject("primary_key")).isEmpty();
        assertThat(unit.objectId()).doesNotContain("cust_public_1").startsWith("safe_customer_view_public:");
    }

    @Test
    void fieldsAreHiddenAtAnyDepth() {
        EvidenceUnit unit = one(
                Readings.row("{\"a\":[{\"admin_note\":1,\"b\":2}]}"), Readings.allow(Readings.except("admin_note")));

        assertThat(unit.content()).isEqualTo(StrictJson.parse("{\"a\":[{\"b\":2}]}"));
    }

    @Test
    void anAggregateKeepsItsShapeWhateverTheRuleSays() {
        EvidenceUnit unit = one(Readings.figures(), Readings.allow(Readings.only("status", "customer_id")));

        assertThat(unit.content()).isEqualTo(StrictJson.parse("""
                {"rows":[{"group":{"status":"active"},
                  "metrics":[{"name":"count","field":"customer_id","value":3}]}],
                 "available_dimensions":["status"]}"""));
        assertThat(unit.locator()).isEqualTo(StrictJson.parse("""
                {"type":"db_aggregate","view_id":"safe_customer_view_public","filter_fingerprint":"f",
                 "group_by":["status"],"drilldown_dimension":null,"rank_direction":"desc",
                 "metrics":[{"name":"count","field":"customer_id"}]}"""));
        assertThat(unit.versionId()).isEqualTo(unit.contentHash().hex());
        assertThat(EvidenceIdentity.isIntact(unit)).isTrue();
    }

    @Test
    void ruleNamesThatLookLikeShapeDoNotTouchIt() {
        EvidenceUnit unit =
                one(Readings.figures(), Readings.allow(Readings.except("rows", "group", "metrics", "name", "value")));

        assertThat(unit.content()).isEqualTo(Readings.figures().content());
        assertThat(unit.transformChain()).isEmpty();
    }

    @Test
    void aPatternIsMaskedInTextAndTheChangeIsRecorded() {
        EvidenceUnit unit = one(Readings.span("Write to jo@writ.example today"), Readings.allow(ALL, EMAIL));

        assertThat(unit.content()).isEqualTo(Json.createValue("Write to [e-mail $1] today"));
        assertThat(unit.transformChain())
                .singleElement()
                .satisfies(step -> assertThat(step.type()).isEqualTo("pattern_redaction"));
        assertThat(EvidenceIdentity.isIntact(unit)).isTrue();
        assertThat(one(Readings.span("Nothing here"), Readings.allow(ALL, EMAIL))
                        .transformChain())
                .isEmpty();
    }

    @Test
    void aPatternIsMaskedInStringValuesKeysAndSummaries() {
        PatternMask customer = new PatternMask("customer", "cust_[a-z0-9_]+", "[customer]");
        Release.Released released =
                released(Readings.row("{\"status\":\"seen by cust_public_1\"}"), Readings.allow(ALL, customer));

        assertThat(released.result().toString())
                .doesNotContain("\"cust_public_1")
                .doesNotContain(":cust_public_1");
        assertThat(released.units().getFirst().content())
                .isEqualTo(StrictJson.parse("{\"status\":\"seen by [customer]\"}"));
        assertThat(released.summary().orElseThrow()).doesNotContain("cust_public_1");
    }

    @Test
    void aSearchHitNamesTheUnitThatAFetchOfItsBytesGives() {
        PolicyDecision.Allow decision = Readings.allow(ALL, EMAIL);
        String line = "Write to jo@writ.example " + "x".repeat(200);

        Release.Released released = released(Readings.hits(line), decision);
        JsonObject ref = released.result().asJsonObject().getJsonArray("refs").getJsonObject(0);

        assertThat(released.units()).isEmpty();
        assertThat(released.label()).isEqualTo(Readings.INTERNAL);
        assertThat(ref.getString("evidence_unit_id"))
                .isEqualTo(one(Readings.span(line), decision).id().hex());
        assertThat(ref.getString("match_preview"))
                .startsWith("Write to [e-mail $1] x")
                .hasSize(163)
                .endsWith("...");
        assertThat(released.summary().orElseThrow()).doesNotContain("jo@writ");
    }

    @Test
    void aMaskThatIsNoPatternIsRefused() {
        assertUnfulfillable(Readings.span("x"), Readings.allow(ALL, new PatternMask("bad", "(?<=a)b", "")), "patterns");
        assertUnfulfillable(Readings.hits("x"), Readings.allow(ALL, new PatternMask("bad", "(", "")), "patterns");
        assertUnfulfillable(Readings.span("x"), Readings.allow(ALL, new PatternMask("bad", "a*", "")), "patterns");
    }

    @Test
    void moreRowsThanPolicyAllowsAreRefused() {
        assertUnfulfillable(Readings.row("{}"), Readings.allow(ALL, OptionalInt.of(0)), "rows_max");
        assertUnfulfillable(Readings.figures(), Readings.allow(ALL, OptionalInt.of(0)), "rows_max");
        assertUnfulfillable(Readings.hits("x"), Readings.allow(ALL, OptionalInt.of(0)), "rows_max");
    }

    @Test
    void aFailedReadingHasNothingToRelease() {
        assertUnfulfillable(new Reading.Failed(SourceFailure.DOWN, "down"), Readings.allow(ALL), "reading");
    }

    @Test
    void nothingFoundIsSaidInWords() {
        assertThat(released(new Reading.Hits(List.of()), Readings.allow(ALL)).summary())
                .contains("No document matches.");
        assertThat(released(
                                new Reading.RowSet(List.of(), false, Readings.INTERNAL, Readings.READ_AT),
                                Readings.allow(ALL))
                        .summary())
                .contains("No row matches.");
    }

    @Test
    void summariesSayWhatWasFoundAndWhere() {
        assertThat(released(Readings.span("The fee is 10 euro."), Readings.allow(ALL))
                        .summary())
                .contains("The fee is 10 euro. (source: public/x.txt line 1)");
        assertThat(released(Readings.figures(), Readings.allow(Readings.only("status", "customer_id")))
                        .summary())
                .contains("status=active: count(customer_id)=3 (source: safe_customer_view_public)");
    }

    @Test
    void aFieldRuleHasAWireFormUnlessItHidesNothing() {
        assertThat(Redaction.wireForm(ALL)).isEmpty();
        assertThat(Redaction.wireForm(Readings.only())).contains(StrictJson.parseObject("{\"allow_fields\":[]}"));
    }

    private static void assertUnfulfillable(Reading reading, PolicyDecision.Allow decision, String obligation) {
        assertThat(REDACTION.release(reading, decision, Readings.CONTEXT))
                .isInstanceOfSatisfying(
                        Release.Unfulfillable.class,
                        refused -> assertThat(refused.obligation()).isEqualTo(obligation));
    }

    private static EvidenceUnit one(Reading reading, PolicyDecision.Allow decision) {
        return released(reading, decision).units().getFirst();
    }

    private static Release.Released released(Reading reading, PolicyDecision.Allow decision) {
        return (Release.Released) REDACTION.release(reading, decision, Readings.CONTEXT);
    }
}

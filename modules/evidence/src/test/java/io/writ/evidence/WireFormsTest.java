package io.writ.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireFormsTest {

    @Test
    void anEvidenceUnitSurvivesWritingAndReading() {
        EvidenceUnit unit = unit();

        JsonObject wire = EvidenceJson.write(unit);

        assertThat(EvidenceJson.read(StrictJson.parseObject(wire.toString()))).isEqualTo(unit);
        assertThat(EvidenceIdentity.isIntact(unit)).isTrue();
        assertThat(wire.keySet())
                .containsExactlyInAnyOrder(
                        "evidence_unit_id",
                        "source_system",
                        "object_id",
                        "version_id",
                        "span_or_row_spec",
                        "content_type",
                        "content",
                        "content_hash",
                        "retrieved_at",
                        "as_of_time",
                        "policy_snapshot_id",
                        "policy_snapshot_hash",
                        "transform_chain",
                        "label");
    }

    @Test
    void aChangedContentNoLongerBelongsToItsId() {
        JsonObject changed = Json.createObjectBuilder(EvidenceJson.write(unit()))
                .add("content", "the fee is 11 euro")
                .build();

        assertThat(EvidenceIdentity.isIntact(EvidenceJson.read(changed))).isFalse();
    }

    @Test
    void anAbsentParallelismIsEchoedAsNull() {
        Budget budget = BudgetJson.read(StrictJson.parseObject("""
                {"max_operator_calls":10,"max_bytes":0,"max_wallclock_ms":0,"max_recursion_depth":5}"""));

        assertThat(budget).isEqualTo(new Budget(10, 0, 0, 5, OptionalInt.empty()));
        assertThat(BudgetJson.write(budget).isNull("max_parallelism")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max_bytes | 67108865 | invalid budget: max_bytes out of range",
                "max_bytes | 99999999999999 | invalid budget: max_bytes out of range",
                "max_bytes | -1 | invalid budget: max_bytes out of range",
                "max_bytes | \"1\" | invalid budget: max_bytes must be a number",
                "max_bytes | 1.5 | invalid budget: max_bytes must be an integer",
                "max_bytes | null | invalid budget: max_bytes is required",
                "max_parallelism | 0 | invalid budget: max_parallelism out of range",
            })
    void aBudgetIsRefusedByMember(String member, String value, String message) {
        JsonObject good = BudgetJson.write(new Budget(1, 1, 1, 1, OptionalInt.of(1)));
        JsonObject bad = Json.createObjectBuilder(good)
                .add(member, StrictJson.parse(value))
                .build();

        assertThatExceptionOfType(WireFormatException.class)
                .isThrownBy(() -> BudgetJson.read(bad))
                .withMessage(message);
    }

    @Test
    void anUnknownMemberOfABudgetIsRefused() {
        assertThatExceptionOfType(WireFormatException.class)
                .isThrownBy(() -> BudgetJson.read(StrictJson.parseObject("{\"max_cost\":1}")))
                .withMessageStartingWith("invalid budget: unknown member");
    }

    @Test
    void aSubmissionIsReadAndUnknownMembersAreIgnored() {
        ClaimMap map = ClaimMapJson.read(StrictJson.parseObject("""
                {"claim_map_id":"m1","terminal_mode":"SUPPORTED","coverage_threshold":0.9,"coverage_observed":1,
                 "extra":true,"claims":[{"claim_id":"x","claim_text":" a claim ","status":"SUPPORTED",
                 "evidence_unit_ids":["%s"],"why":null}],
                 "clarification_prompt":{"question":"which?"}}""".formatted("b".repeat(64))));

        assertThat(map.claims().getFirst().text()).isEqualTo("a claim");
        assertThat(map.clarification()).contains(new Clarification("which?", List.of()));
    }

    @Test
    void aSubmissionWithAForeignIdIsRefusedWithoutQuotingIt() {
        assertThatExceptionOfType(WireFormatException.class)
                .isThrownBy(() -> ClaimMapJson.read(StrictJson.parseObject("""
                        {"claim_map_id":"m1","terminal_mode":"SUPPORTED","coverage_threshold":0.9,
                         "coverage_observed":1,"claims":[{"claim_id":"x","claim_text":"a","status":"SUPPORTED",
                         "evidence_unit_ids":["SECRET"]}]}""")))
                .withMessage("evidence_unit_ids must be 64 lower-case hexadecimal characters");
    }

    @Test
    void aJudgedClaimMapSurvivesWritingAndReading() {
        Claim claim = new Claim(
                "a claim",
                ClaimStatus.SUPPORTED,
                List.of(unit().id()),
                List.of(new EvidenceSnippet(unit().id(), "x.txt line 1", "the fee")));
        JudgedClaimMap map = new JudgedClaimMap(
                "m1",
                TerminalMode.SUPPORTED,
                List.of(new JudgedClaim(ClaimIdentity.of(claim), claim, ClaimVerdict.SUPPORTED, "Found.")),
                0.95,
                1.0,
                Optional.empty(),
                Optional.of("note"));

        assertThat(ClaimMapJson.readJudged(ClaimMapJson.write(map))).isEqualTo(map);
    }

    @ParameterizedTest
    @CsvSource({"2026-99-01T00:00:00Z", "2026-01-01T00:00:00", "2026-01-01T00:00:00.5Z", "2026-02-30T00:00:00Z", "now"})
    void aTimeThatIsNoRealSecondIsRefused(String text) {
        assertThatExceptionOfType(WireFormatException.class).isThrownBy(() -> WireTime.parse(text));
    }

    private static EvidenceUnit unit() {
        JsonObject params = StrictJson.parseObject("{\"deny_fields\":[\"x\"]}");
        EvidenceIdentity identity = new EvidenceIdentity(
                "fs_corpus",
                "x.txt",
                "v1",
                StrictJson.parseObject("{\"type\":\"text_span\"}"),
                EvidenceIdentity.contentHash(ContentType.TEXT, Json.createValue("the fee is 10 euro")),
                Instant.parse("2026-01-01T00:00:00Z"),
                Digest.of("snapshot"),
                List.of(new TransformStep("redaction", Digest.of("params"), Optional.of(params))));
        return new EvidenceUnit(
                identity.id(),
                identity.sourceSystem(),
                identity.objectId(),
                identity.versionId(),
                identity.locator(),
                ContentType.TEXT,
                Json.createValue("the fee is 10 euro"),
                identity.contentHash(),
                Instant.parse("2026-01-01T00:00:01.123456Z"),
                identity.asOf(),
                new PolicySnapshotRef("s1", identity.policySnapshotHash()),
                identity.transformChain(),
                new Label(Classification.INTERNAL, OriginTrust.INTERNAL));
    }
}

package io.writ.governance.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.StrictJson;
import io.writ.evidence.canonical.Rfc8785;
import io.writ.governance.Explanation;
import io.writ.governance.Grounds;
import io.writ.governance.LeastChange;
import io.writ.governance.LeastChange.Change;
import io.writ.governance.RuleResult;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExplanationTextTest {

    private static final Explanation TRACED = new Explanation.Traced(
            List.of(
                    new RuleResult("a.decision", "a.rego:1", true, true, List.of("/action", "/subject/*")),
                    new RuleResult("a.other", "a.rego:9", true, false, List.of()),
                    new RuleResult("a.\"quoted\"", "ü.rego:2", false, false, List.of("/x"))),
            false);

    private static final LeastChange CHANGE = new LeastChange(
            List.of(List.of(
                    new Change("/purpose", Optional.empty(), Optional.of(Json.createValue("billing"))),
                    new Change("/resource/fields/1", Optional.of(Json.createValue("pay")), Optional.empty()))),
            false);

    @Test
    void theFormatOfTheRecordIsPinned() {
        assertThat(ExplanationText.of(TRACED).close())
                .hasToString("{\"files\":[\"a.rego\",\"ü.rego\"],\"inputs\":[\"/action\",\"/subject/*\",\"/x\"],"
                        + "\"packages\":[\"a.\"],\"rules\":[[\"decision\",0,0,1,2,0,1],[\"other\",0,0,9,1],"
                        + "[\"\\\"quoted\\\"\",0,1,2,0,2]],\"truncated\":false,\"version\":2}");
        assertThat(ExplanationText.of(CHANGE).close())
                .hasToString("{\"alternatives\":[[{\"pointer\":\"/purpose\",\"to\":\"billing\"},"
                        + "{\"from\":\"pay\",\"pointer\":\"/resource/fields/1\"}]],\"complete\":false}");
    }

    @Test
    void whatIsWrittenIsCanonicalAndReadsBackTheSame() {
        JsonObject policy = policy("explanation", TRACED, Optional.of(CHANGE));

        assertThat(new String(Rfc8785.bytes(policy), StandardCharsets.UTF_8))
                .isEqualTo(text("explanation", TRACED, Optional.of(CHANGE)));
        assertThat(RecordedGrounds.whole(policy)).isEqualTo(new Grounds(TRACED, Optional.of(CHANGE)));
        assertThat(RecordedGrounds.told(policy)).isEqualTo(new Grounds(TRACED, Optional.of(CHANGE)));
    }

    @Test
    void whatWasToldStandsBesideWhatWasDecided() {
        Explanation told = new Explanation.Opaque("not told");
        JsonObject policy = StrictJson.parseObject(
                "{\"explanation\":" + ExplanationText.of(TRACED).close() + ",\"told\":"
                        + ExplanationText.of(told).close() + "}");

        assertThat(RecordedGrounds.whole(policy).explanation()).isEqualTo(TRACED);
        assertThat(RecordedGrounds.told(policy).explanation()).isEqualTo(told);
    }

    @Test
    void aRecordWithoutOrWithAnotherFormatHasAnOpaqueExplanation() {
        assertThat(RecordedGrounds.whole(JsonObject.EMPTY_JSON_OBJECT).explanation())
                .isInstanceOf(Explanation.Opaque.class);
        assertThat(RecordedGrounds.whole(StrictJson.parseObject("{\"explanation\":{\"rules\":{},\"version\":1}}"))
                        .explanation())
                .isInstanceOf(Explanation.Opaque.class);
    }

    @Test
    void aRuleWithoutPackageOrRowReadsBackTheSame() {
        Explanation odd = new Explanation.Traced(
                Stream.of("", "a.rego", "a.rego:", "a.rego:07", "a.rego:-3", "a.rego:12345678901", "b:c:3")
                        .map(location -> new RuleResult("rule", location, false, false, List.of()))
                        .toList(),
                true);

        assertThat(RecordedGrounds.whole(policy("explanation", odd, Optional.empty()))
                        .explanation())
                .isEqualTo(odd);
    }

    @Test
    void namesThatNeverRecurAreCutTooAndSaySo() {
        Explanation endless = new Explanation.Traced(
                IntStream.range(0, 5_000)
                        .mapToObj(at -> new RuleResult("a.b", "file" + at + ".rego:1", true, true, List.of("/" + at)))
                        .toList(),
                false);

        JsonObject policy = policy("explanation", endless, Optional.empty());

        assertThat(policy.toString().length()).isLessThan(2 * ExplanationText.TEXT_MAX);
        assertThat(((Explanation.Traced) RecordedGrounds.whole(policy).explanation()).truncated())
                .isTrue();
    }

    @Test
    void aLongExplanationIsCutAndSaysSo() {
        RuleResult rule = new RuleResult("a.rule_of_some_length", "a.rego:1", true, true, List.of("/some/pointer"));
        Explanation endless = new Explanation.Traced(Collections.nCopies(5_000, rule), false);

        JsonObject policy = policy("explanation", endless, Optional.empty());

        assertThat(policy.toString().length()).isLessThan(ExplanationText.TEXT_MAX + 512);
        assertThat(((Explanation.Traced) RecordedGrounds.whole(policy).explanation()).truncated())
                .isTrue();
    }

    private static JsonObject policy(String name, Explanation explanation, Optional<LeastChange> change) {
        return StrictJson.parseObject(text(name, explanation, change));
    }

    private static String text(String name, Explanation explanation, Optional<LeastChange> change) {
        return new AscendingJson()
                .member(name, ExplanationText.of(explanation))
                .members("least_change", change.map(ExplanationText::of))
                .close()
                .toString();
    }
}

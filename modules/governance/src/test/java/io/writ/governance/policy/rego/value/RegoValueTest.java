package io.writ.governance.policy.rego.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegoValueTest {

    private static RegoValue value(String json) {
        return RegoValue.of(json(json));
    }

    private static JsonValue json(String json) {
        return Json.createReader(new StringReader(json)).readValue();
    }

    @Test
    void kindsAndContentsAreOrderedAsRegoOrdersThem() {
        List<RegoValue> ordered = List.of(
                RegoNull.NULL,
                RegoBoolean.FALSE,
                RegoBoolean.TRUE,
                value("-1e3"),
                value("1"),
                value("1.5"),
                value("123456789012345678901234567890"),
                value("\"\""),
                value("\"a\""),
                RegoString.of("\uffff"),
                RegoString.of("\ud800\udc00"),
                value("[1, 2]"),
                value("[2]"),
                value("{\"a\": 1}"),
                value("{\"a\": 1, \"b\": 0}"),
                value("{\"a\": 2}"),
                RegoSet.EMPTY,
                RegoSet.of(List.of(value("1"), value("2"))),
                RegoSet.of(List.of(value("2"))));
        List<RegoValue> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(7));

        assertThat(shuffled.stream().sorted()).containsExactlyElementsOf(ordered);
    }

    @Test
    void numbersAreEqualWhateverTheyAreWrittenAs() {
        assertThat(value("1")).isEqualTo(value("1.0")).hasSameHashCodeAs(value("1.0"));
        assertThat(value("1e2")).isEqualTo(value("100")).hasSameHashCodeAs(value("100"));
        assertThat(value("2.50")).isEqualTo(value("2.5")).hasSameHashCodeAs(value("2.5"));
        assertThat(value("9007199254740993")).isNotEqualTo(value("9007199254740992"));
    }

    @Test
    void aNumberOutOfAllMeasureIsRefused() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> value("1e40000"));
    }

    @Test
    void whatCameFromJsonGoesBackUnchanged() {
        JsonValue json = json("{\"a\": [1, 2.5, null, true, \"x\"], \"b\": {\"c\": {}}, \"d\": 123456789012345678901}");

        assertThat(RegoValue.of(json).toJson()).isEqualTo(json);
    }

    @Test
    void aSetBecomesASortedArray() {
        RegoSet set = RegoSet.of(List.of(value("\"b\""), value("2"), value("\"a\""), value("2.0")));

        assertThat(set.toJson()).isEqualTo(json("[2, \"a\", \"b\"]"));
    }

    @Test
    void aKeyThatIsNoStringBecomesItsJsonText() {
        RegoObject object = new ObjectBuilder().put(value("[1]"), RegoNull.NULL).frozen();

        assertThat(object.toJson()).isEqualTo(json("{\"[1]\": null}"));
    }

    @Test
    void everyKeyOfALargeObjectIsFound() {
        ObjectBuilder builder = new ObjectBuilder();
        for (int i = 0; i < 1_000; i++) {
            builder.put("key" + (i * 7_919 % 1_000), RegoNumber.of(i));
        }
        RegoObject object = builder.frozen();

        assertThat(object.size()).isEqualTo(1_000);
        for (int i = 0; i < 1_000; i++) {
            assertThat(object.member("key" + (i * 7_919 % 1_000))).isEqualTo(RegoNumber.of(i));
        }
        assertThat(object.member("key1000")).isNull();
    }

    @Test
    void aBuilderThatGrowsOnDoesNotChangeWhatItGaveBefore() {
        SetBuilder builder = new SetBuilder().add(RegoNumber.of(1));
        RegoSet before = builder.frozen();
        int sizeAfter = builder.add(RegoNumber.of(0)).size();

        assertThat(sizeAfter).isEqualTo(2);
        assertThat(before.size()).isEqualTo(1);
    }
}

package io.writ.evidence.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.writ.evidence.StrictJson;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Rfc8785Test {

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2",
    })
    void numbersOfAppendixBAreWrittenAsTheRfcSays(String bits, String expected) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

        assertThat(EcmaScriptNumber.format(value)).isEqualTo(expected);
    }

    @Test
    void nanAndInfinityAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> EcmaScriptNumber.format(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> EcmaScriptNumber.format(Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> Rfc8785.bytes(Json.createValue(new BigDecimal("1e400"))));
    }

    @Test
    void theSampleOfTheRfcIsCanonicalisedByteForByte() {
        String sample = """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }""";

        assertThat(canonical(sample))
                .isEqualTo("{\"literals\":[null,true,false],"
                        + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void membersAreSortedByUtf16CodeUnits() {
        String sample = """
                {
                  "\\u20ac": "Euro Sign",
                  "\\r": "Carriage Return",
                  "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                  "1": "One",
                  "\\ud83d\\ude00": "Emoji: Grinning Face",
                  "\\u0080": "Control",
                  "\\u00f6": "Latin Small Letter O With Diaeresis"
                }""";

        assertThat(canonical(sample))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void nestedStructuresKeepArrayOrderAndSortObjects() {
        assertThat(canonical("[56,{\"d\":true,\"10\":null,\"1\":[ ]}]"))
                .isEqualTo("[56,{\"1\":[],\"10\":null,\"d\":true}]");
        assertThat(canonical("{\"1\":{\"f\":{\"f\":\"hi\",\"F\":5},\"\\n\":56.0},\"10\":{},\"\":\"empty\"}"))
                .isEqualTo("{\"\":\"empty\",\"1\":{\"\\n\":56,\"f\":{\"F\":5,\"f\":\"hi\"}},\"10\":{}}");
    }

    @Test
    void halfASurrogatePairIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Rfc8785.bytes(Json.createValue("a\ud800b")));
        assertThatIllegalArgumentException().isThrownBy(() -> Rfc8785.bytes(Json.createValue("\udc00")));
        assertThatIllegalArgumentException().isThrownBy(() -> PecrJson.text(Json.createValue("\ud83d")));
    }

    @Test
    void anIntegerThatWouldLoseDigitsIsRefused() {
        assertThat(canonicalOf(Json.createValue(9_007_199_254_740_992L))).isEqualTo("9007199254740992");
        assertThatIllegalArgumentException().isThrownBy(() -> Rfc8785.bytes(Json.createValue(9_007_199_254_740_993L)));
    }

    @Test
    void nestingHasABound() {
        JsonValue value = JsonValue.EMPTY_JSON_ARRAY;
        for (int depth = 1; depth < 128; depth++) {
            value = Json.createArrayBuilder().add(value).build();
        }
        JsonValue tooDeep = Json.createArrayBuilder().add(value).build();

        assertThat(canonicalOf(value)).hasSize(256);
        assertThatIllegalArgumentException().isThrownBy(() -> Rfc8785.bytes(tooDeep));
    }

    @Test
    void everyDoubleReadsBackFromItsShortestForm() {
        Random random = new Random(8785);
        for (int round = 0; round < 50_000; round++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(EcmaScriptNumber.format(value))).isEqualTo(value == 0 ? 0.0 : value);
            }
        }
    }

    private static String canonical(String json) {
        return canonicalOf(StrictJson.parse(json));
    }

    private static String canonicalOf(JsonValue value) {
        return new String(Rfc8785.bytes(value), StandardCharsets.UTF_8);
    }
}

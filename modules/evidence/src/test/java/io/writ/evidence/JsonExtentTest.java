package io.writ.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonExtentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"1 | 1", "[1,2,3] | 4", "{\"a\":1,\"b\":[true]} | 4", "\"a,[{,\" | 1", "[\"\\\",\",\"b\"] | 3"})
    void eachValueIsCountedAndNoTextInQuotes(String json, long values) {
        assertThat(JsonExtent.values(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(values);
    }
}

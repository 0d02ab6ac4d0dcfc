package io.writ.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"\\u0062\":2}}",
                "{} {}",
                "{}x",
                "[1,]",
                "{\"a\":1",
                "",
                "  ",
                "nul",
                "'a'",
                "[\"\\ud800\"]",
                "{\"\\udc00\":1}",
                "[\"a\\u0000b\"]",
                "[1e400]",
                "[NaN]",
                "[01]",
                "\ufeff{}",
            })
    void whatTwoReadersCouldUnderstandDifferentlyIsRefused(String json) {
        assertThatExceptionOfType(WireFormatException.class).isThrownBy(() -> StrictJson.parse(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "\"a\"", "-1.5e3", "[]", "{\"a\":[{\"a\":1}]}", " {} \n"})
    void plainJsonIsRead(String json) {
        assertThat(StrictJson.parse(json)).isNotNull();
    }

    @Test
    void invalidUtf8IsRefused() {
        byte[] overlong = {'"', (byte) 0xc0, (byte) 0x80, '"'};

        assertThatExceptionOfType(WireFormatException.class).isThrownBy(() -> StrictJson.parse(overlong));
    }

    @Test
    void nestingUpToTheBoundIsRead() {
        assertThat(StrictJson.parse(nested(StrictJson.DEPTH_MAX))).isNotNull();
        assertThatExceptionOfType(WireFormatException.class)
                .isThrownBy(() -> StrictJson.parse(nested(StrictJson.DEPTH_MAX + 1)))
                .withMessageContaining("64 levels");
    }

    @Test
    void aHugeNestingCostsNoStack() {
        assertThatExceptionOfType(WireFormatException.class).isThrownBy(() -> StrictJson.parse("[".repeat(1_000_000)));
    }

    @Test
    void theMessageNeverQuotesTheInput() {
        assertThatExceptionOfType(WireFormatException.class)
                .isThrownBy(() -> StrictJson.parse("{\"secret\":1,\"secret\":2}"))
                .withMessageNotContaining("secret");
    }

    @Test
    void anObjectIsAskedForByName() {
        byte[] array = "[]".getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(WireFormatException.class)
                .isThrownBy(() -> StrictJson.parseObject(array))
                .withMessage("the JSON must be an object");
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }
}

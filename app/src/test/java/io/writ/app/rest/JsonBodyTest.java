package io.writ.app.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.writ.app.rest.problem.ProblemException;
import io.writ.app.rest.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    @Test
    void aBodyUpToTheLimitIsRead() {
        String padded = "{}" + " ".repeat(JsonBody.BYTES_MAX - 2);

        JsonBody.read(FakeHeaders.JSON, body(padded)).end();
    }

    @Test
    void aByteMoreIsTooMuchAnnouncedOrNot() {
        String padded = "{}" + " ".repeat(JsonBody.BYTES_MAX - 1);

        assertThat(problem(FakeHeaders.JSON, padded)).isEqualTo(ProblemType.BODY_TOO_LARGE);
        assertThat(problem(FakeHeaders.JSON.with("Content-Length", "2097153"), "{}"))
                .isEqualTo(ProblemType.BODY_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "*/*", "application/*", "application/jsonp", "///", ""})
    void anotherContentTypeIsRefused(String type) {
        assertThat(problem(new FakeHeaders(Map.of("Content-Type", type)), "{}")).isEqualTo(ProblemType.PARAMS_INVALID);
    }

    @Test
    void aMissingContentTypeIsRefused() {
        assertThat(problem(new FakeHeaders(Map.of()), "{}")).isEqualTo(ProblemType.PARAMS_INVALID);
    }

    @Test
    void aCharacterSetBesideTheTypeIsFine() {
        FakeHeaders headers = new FakeHeaders(Map.of("Content-Type", "application/json; charset=utf-8"));

        JsonBody.read(headers, body("{}")).end();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{}{}", "{\"a\":1,\"a\":2}", "{'a':1}", "{\"a\":NaN}"})
    void whatIsNotOneJsonObjectIsRefused(String text) {
        assertThatThrownBy(() -> JsonBody.read(FakeHeaders.JSON, body(text)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ProblemType problem(FakeHeaders headers, String text) {
        return catchThrowableOfType(ProblemException.class, () -> JsonBody.read(headers, body(text)))
                .problem()
                .type();
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}

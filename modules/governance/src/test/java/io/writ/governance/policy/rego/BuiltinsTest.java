package io.writ.governance.policy.rego;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every family of builtins answers what OPA answered when {@code builtins.json} was made. */
class BuiltinsTest {

    private static final JsonObject OPA = opa();
    private static final JsonObject OURS = ours();

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void aFamilyAnswersWhatOpaAnswers(String family) {
        assertThat(OURS.get(family)).hasToString(OPA.get(family).toString());
    }

    static Stream<String> families() {
        return OPA.keySet().stream();
    }

    private static JsonObject opa() {
        try (InputStream json = Objects.requireNonNull(BuiltinsTest.class.getResourceAsStream("/rego/builtins.json"))) {
            return Json.createReader(json).readObject();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonObject ours() {
        return switch (Plans.evaluate("builtins", "{}")) {
            case Evaluation.Defined defined -> defined.value().toJson().asJsonObject();
            case Evaluation other -> throw new AssertionError("the builtins are " + other);
        };
    }
}

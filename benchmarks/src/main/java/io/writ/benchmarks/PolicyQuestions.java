package io.writ.benchmarks;

import io.writ.evidence.SharedJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The questions of the measurement: each action of the shipped policy, permissions and a refusal. */
final class PolicyQuestions {

    private PolicyQuestions() {}

    static List<JsonObject> all() {
        InputStream file = Objects.requireNonNull(PolicyQuestions.class.getResourceAsStream("policy-questions.json"));
        try (file;
                JsonReader reader = SharedJson.PROVIDER.createReader(file)) {
            return List.copyOf(reader.readArray().getValuesAs(JsonObject.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.RegoValue;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The plan that is compiled from the policies beside it, and small helpers to ask it. */
final class Plans {

    static final JsonObject DATA = object("{\"base\": {\"score\": 7}, \"statements\": {\"scores\": {\"level\": 1}}}");

    private Plans() {}

    static byte[] planJson() {
        try (InputStream plan = Objects.requireNonNull(Plans.class.getResourceAsStream("/rego/plan.json"))) {
            return plan.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static RegoPlan plan() {
        return RegoPlan.load(planJson(), DATA);
    }

    static JsonObject object(String json) {
        return json(json).asJsonObject();
    }

    /** Single quotes stand for double ones, so that tests can be read. */
    static JsonValue json(String json) {
        return Json.createReader(new StringReader(json.replace('\'', '"'))).readValue();
    }

    static RegoValue value(String json) {
        return RegoValue.of(json(json));
    }

    static Evaluation evaluate(String entrypoint, String input) {
        return plan().evaluate(entrypoint, value(input), EvaluationLimits.STANDARD);
    }
}

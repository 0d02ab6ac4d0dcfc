package io.writ.governance.policy.rego;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One JSON object of a plan. Every member asked for has to be there, and of the right type. */
record PlanJson(JsonObject json) {

    static PlanJson parse(byte[] plan) {
        Map<String, Object> strict = Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE);
        try (JsonReader reader = Json.createReaderFactory(strict).createReader(new ByteArrayInputStream(plan))) {
            return new PlanJson(reader.readObject());
        } catch (RuntimeException unreadable) { // a bare one from the parser where it is nested too deep for it
            throw new RegoPlanException(
                    "the plan is not one JSON object; rebuild it with opa build -t plan", unreadable);
        }
    }

    boolean has(String member) {
        return json.containsKey(member);
    }

    PlanJson object(String member) {
        if (json.get(member) instanceof JsonObject object) {
            return new PlanJson(object);
        }
        throw missing(member, "object");
    }

    /** The objects of a list; none where the member is absent or null. */
    List<PlanJson> objects(String member) {
        return values(member, JsonObject.class).map(PlanJson::new).toList();
    }

    /** The texts of a list; none where the member is absent or null. */
    List<String> texts(String member) {
        return values(member, JsonString.class).map(JsonString::getString).toList();
    }

    /** The integers of a list; none where the member is absent or null. */
    List<Integer> integers(String member) {
        return values(member, JsonNumber.class)
                .map(number -> exact(member, number))
                .toList();
    }

    private <T> Stream<T> values(String member, Class<T> type) {
        JsonValue list = json.getOrDefault(member, JsonValue.NULL);
        if (list.getValueType() == JsonValue.ValueType.NULL) {
            return Stream.of();
        }
        if (!(list instanceof JsonArray array) || !array.stream().allMatch(type::isInstance)) {
            throw missing(member, "list");
        }
        return array.stream().map(type::cast);
    }

    String text(String member) {
        if (json.get(member) instanceof JsonString text) {
            return text.getString();
        }
        throw missing(member, "text");
    }

    int integer(String member) {
        if (json.get(member) instanceof JsonNumber number) {
            return exact(member, number);
        }
        throw missing(member, "integer");
    }

    long number(String member) {
        if (json.get(member) instanceof JsonNumber number && number.isIntegral()) {
            return number.longValueExact();
        }
        throw missing(member, "integer");
    }

    boolean bool(String member) {
        JsonValue value = json.getOrDefault(member, JsonValue.NULL);
        if (value.equals(JsonValue.TRUE) || value.equals(JsonValue.FALSE)) {
            return value.equals(JsonValue.TRUE);
        }
        throw missing(member, "boolean");
    }

    private static int exact(String member, JsonNumber number) {
        try {
            return number.intValueExact();
        } catch (ArithmeticException notAnInt) {
            throw new RegoPlanException("the plan's member \"" + member + "\" is no small integer", notAnInt);
        }
    }

    private static RegoPlanException missing(String member, String wanted) {
        return new RegoPlanException("the plan lacks the " + wanted + " \"" + member + "\" where one is due");
    }
}

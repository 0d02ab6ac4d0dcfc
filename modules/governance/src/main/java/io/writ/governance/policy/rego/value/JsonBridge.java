package io.writ.governance.policy.rego.value;

import io.writ.evidence.SharedJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Map;

/** Between JSON trees and values. */
final class JsonBridge {

    /** Looked up once: the static methods of {@code Json} search the class path for it on every call. */
    private static final JsonProvider JSON = SharedJson.PROVIDER;

    private JsonBridge() {}

    static RegoValue toRego(JsonValue json) {
        return switch (json.getValueType()) {
            case STRING -> RegoString.of(((JsonString) json).getString());
            case OBJECT -> object(json.asJsonObject());
            case ARRAY -> array(json.asJsonArray());
            case NUMBER -> number((JsonNumber) json);
            case TRUE -> RegoBoolean.TRUE;
            case FALSE -> RegoBoolean.FALSE;
            case NULL -> RegoNull.NULL;
        };
    }

    private static RegoValue number(JsonNumber json) {
        return RegoNumber.of(json.bigDecimalValue());
    }

    private static RegoValue array(JsonArray json) {
        RegoValue[] elements = new RegoValue[json.size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = toRego(json.get(i));
        }
        return new RegoArray(elements);
    }

    private static RegoValue object(JsonObject json) {
        RegoValue[] keys = new RegoValue[json.size()];
        RegoValue[] values = new RegoValue[keys.length];
        boolean sorted = true;
        int place = 0;
        for (Map.Entry<String, JsonValue> member : json.entrySet()) {
            keys[place] = RegoString.of(member.getKey());
            values[place] = toRego(member.getValue());
            sorted &= place == 0 || keys[place - 1].compareTo(keys[place]) < 0;
            place++;
        }
        return sorted ? new RegoObject(keys, values) : sorted(keys, values);
    }

    private static RegoObject sorted(RegoValue[] keys, RegoValue[] values) {
        ObjectBuilder members = new ObjectBuilder();
        for (int i = 0; i < keys.length; i++) {
            members.put(keys[i], values[i]);
        }
        return members.frozen();
    }

    static JsonValue toJson(RegoValue value) {
        return switch (value) {
            case RegoNull _ -> JsonValue.NULL;
            case RegoBoolean bool -> bool.value() ? JsonValue.TRUE : JsonValue.FALSE;
            case RegoNumber number ->
                number.isLong() ? JSON.createValue(number.longValue()) : JSON.createValue(number.decimal());
            case RegoString string -> JSON.createValue(string.value());
            case RegoArray array -> list(array);
            case RegoSet set -> list(set);
            case RegoObject object -> members(object);
        };
    }

    private static JsonArray list(Iterable<RegoValue> values) {
        JsonArrayBuilder list = JSON.createArrayBuilder();
        values.forEach(value -> list.add(toJson(value)));
        return list.build();
    }

    private static JsonObject members(RegoObject object) {
        JsonObjectBuilder members = JSON.createObjectBuilder();
        for (int i = 0; i < object.size(); i++) {
            RegoValue key = object.key(i);
            String name = JsonText.name(key);
            members.add(name, toJson(object.value(i)));
        }
        return members.build();
    }
}

package io.writ.app.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Takes the members of one object, one by one; {@link #end()} refuses what nobody took. */
public final class JsonMembers {

    private final JsonObject object;
    private final String pointer;
    private final Set<String> taken = new HashSet<>();

    private JsonMembers(JsonObject object, String pointer) {
        this.object = object;
        this.pointer = pointer;
    }

    public static JsonMembers of(JsonObject document) {
        return new JsonMembers(document, "");
    }

    public String text(String name) {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    /** Absent and null are the same. */
    public Optional<String> optionalText(String name) {
        return take(name).map(value -> {
            if (value instanceof JsonString text) {
                return text.getString();
            }
            throw wrong(name, "must be a string");
        });
    }

    public int integer(String name) {
        return optionalInteger(name).orElseThrow(() -> missing(name));
    }

    public OptionalInt optionalInteger(String name) {
        return take(name).map(value -> OptionalInt.of(exactInt(name, value))).orElseGet(OptionalInt::empty);
    }

    public JsonObject object(String name) {
        return optionalObject(name).orElseThrow(() -> missing(name));
    }

    public Optional<JsonObject> optionalObject(String name) {
        return take(name).map(value -> {
            if (value instanceof JsonObject found) {
                return found;
            }
            throw wrong(name, "must be an object");
        });
    }

    public JsonMembers members(String name) {
        return new JsonMembers(object(name), at(name));
    }

    public Optional<JsonMembers> optionalMembers(String name) {
        return optionalObject(name).map(found -> new JsonMembers(found, at(name)));
    }

    /** Every member of an object whose names are free, such as a map of principals. */
    public Map<String, JsonMembers> each(String name) {
        JsonMembers inner = members(name);
        Map<String, JsonMembers> all = new LinkedHashMap<>();
        inner.object.keySet().forEach(key -> all.put(key, inner.members(key)));
        return all;
    }

    /** A map of free names to texts; absent means empty. */
    public Map<String, String> texts(String name) {
        Map<String, String> all = new LinkedHashMap<>();
        optionalMembers(name).ifPresent(inner -> inner.object.keySet().forEach(key -> all.put(key, inner.text(key))));
        return all;
    }

    /** Whether the member is there; a null counts as absent. */
    public boolean has(String name) {
        return object.containsKey(name) && !object.isNull(name);
    }

    /** A list of texts; absent means empty. */
    public List<String> textList(String name) {
        JsonArray array = array(name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            if (!(array.get(i) instanceof JsonString text)) {
                throw wrong(name + "/" + i, "must be a string");
            }
            texts.add(text.getString());
        }
        return List.copyOf(texts);
    }

    /** A list of objects; absent means empty. */
    public List<JsonObject> objectList(String name) {
        List<JsonObject> objects = new ArrayList<>();
        for (JsonValue value : array(name)) {
            if (!(value instanceof JsonObject object)) {
                throw wrong(name + "/" + objects.size(), "must be an object");
            }
            objects.add(object);
        }
        return List.copyOf(objects);
    }

    /** Refuses members that nobody asked for. */
    public void end() {
        object.keySet().stream()
                .filter(name -> !taken.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw wrong(escaped(name), "is not a known member");
                });
    }

    /** A complaint about one member, for checks beyond its type. */
    public JsonShapeException wrong(String name, String what) {
        return new JsonShapeException(at(name), what);
    }

    private JsonShapeException missing(String name) {
        return wrong(name, "is required");
    }

    private Optional<JsonValue> take(String name) {
        taken.add(name);
        return Optional.ofNullable(object.get(name)).filter(value -> value.getValueType() != JsonValue.ValueType.NULL);
    }

    private JsonArray array(String name) {
        JsonValue found = take(name).orElse(JsonValue.EMPTY_JSON_ARRAY);
        if (found instanceof JsonArray array) {
            return array;
        }
        throw wrong(name, "must be an array");
    }

    private int exactInt(String name, JsonValue value) {
        if (value instanceof JsonNumber number) {
            BigDecimal exact = number.bigDecimalValue();
            // Compared as decimals: a thousand-digit exponent must not be expanded just to be refused.
            if (exact.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
                    && exact.compareTo(BigDecimal.valueOf(Integer.MIN_VALUE)) >= 0
                    && number.isIntegral()) {
                return exact.intValue();
            }
        }
        throw wrong(name, "must be a whole number");
    }

    private String at(String name) {
        return pointer + "/" + name;
    }

    /** A client chooses this name, so it is escaped and cut before it goes back. */
    private static String escaped(String name) {
        String safe = name.codePoints()
                .limit(64)
                .filter(c -> !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return safe.replace("~", "~0").replace("/", "~1");
    }
}

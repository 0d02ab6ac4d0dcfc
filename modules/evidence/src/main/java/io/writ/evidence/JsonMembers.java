package io.writ.evidence;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Typed access to the members of a foreign object; whatever is missing or of another type is named and refused. */
record JsonMembers(JsonObject object) {

    String text(String name) {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    Optional<String> optionalText(String name) {
        return member(name).map(value -> {
            if (value instanceof JsonString string) {
                return string.getString();
            }
            throw new WireFormatException(name + " must be a string");
        });
    }

    JsonObject object(String name) {
        return optionalObject(name).orElseThrow(() -> missing(name));
    }

    Optional<JsonObject> optionalObject(String name) {
        return member(name).map(value -> asObject(name, value));
    }

    JsonNumber number(String name) {
        return member(name)
                .map(value -> {
                    if (value instanceof JsonNumber number) {
                        return number;
                    }
                    throw new WireFormatException(name + " must be a number");
                })
                .orElseThrow(() -> missing(name));
    }

    Digest digest(String name) {
        return digest(name, text(name));
    }

    List<JsonMembers> objects(String name) {
        return array(name).map(value -> new JsonMembers(asObject(name, value)));
    }

    List<String> texts(String name) {
        return array(name).map(value -> {
            if (value instanceof JsonString string) {
                return string.getString();
            }
            throw new WireFormatException(name + " must hold strings");
        });
    }

    boolean has(String name) {
        return member(name).isPresent();
    }

    <E extends Enum<E>> E constant(Class<E> type, String name, Function<E, String> wireName) {
        String text = text(name);
        for (E candidate : type.getEnumConstants()) {
            if (wireName.apply(candidate).equals(text)) {
                return candidate;
            }
        }
        throw new WireFormatException(name + " is none of the known values");
    }

    void refuseUnknown(Set<String> known) {
        if (!known.containsAll(object.keySet())) {
            throw new WireFormatException("unknown member; known are "
                    + String.join(", ", known.stream().sorted().toList()));
        }
    }

    Optional<JsonValue> member(String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> value.getValueType() != JsonValue.ValueType.NULL);
    }

    static Digest digest(String name, String text) {
        if (!Digest.isDigest(text)) {
            throw new WireFormatException(name + " must be 64 lower-case hexadecimal characters");
        }
        return new Digest(text);
    }

    private Elements array(String name) {
        return member(name)
                .map(value -> {
                    if (value instanceof JsonArray array) {
                        return new Elements(array);
                    }
                    throw new WireFormatException(name + " must be an array");
                })
                .orElseThrow(() -> missing(name));
    }

    private static JsonObject asObject(String name, JsonValue value) {
        if (value instanceof JsonObject nested) {
            return nested;
        }
        throw new WireFormatException(name + " must be an object");
    }

    private static WireFormatException missing(String name) {
        return new WireFormatException(name + " is required");
    }

    private record Elements(JsonArray values) {
        <T> List<T> map(Function<JsonValue, T> mapping) {
            return values.stream().map(mapping).toList();
        }
    }
}

package io.writ.governance.policy;

import io.writ.governance.policy.engine.PolicyFailure;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Members of an object in the engine's answer, read strictly: what has the wrong type makes the answer unusable. */
final class AnswerMembers {

    private final JsonObject members;

    private AnswerMembers(JsonObject members) {
        this.members = members;
    }

    static AnswerMembers of(JsonValue value) {
        if (value instanceof JsonObject object) {
            return new AnswerMembers(object);
        }
        throw new UnusableAnswer(PolicyFailure.MALFORMED, "an object was expected");
    }

    /** A member that nobody here knows may change what the others mean. */
    AnswerMembers nothingBeside(Set<String> known, PolicyFailure otherwise) {
        if (!known.containsAll(members.keySet())) {
            throw new UnusableAnswer(otherwise, "an unknown member");
        }
        return this;
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    Set<String> names() {
        return members.keySet();
    }

    JsonValue value(String name) {
        JsonValue value = members.get(name);
        if (value == null) {
            throw malformed(name);
        }
        return value;
    }

    AnswerMembers object(String name) {
        return of(value(name));
    }

    List<JsonValue> list(String name) {
        if (value(name).getValueType() != JsonValue.ValueType.ARRAY) {
            throw malformed(name);
        }
        return List.copyOf(value(name).asJsonArray());
    }

    String text(String name) {
        return text(value(name), name);
    }

    /** A text that says something. */
    String name(String name) {
        String text = text(name);
        if (text.isBlank()) {
            throw malformed(name);
        }
        return text;
    }

    List<String> texts(String name) {
        Stream<JsonValue> values = list(name).stream();
        return values.map(value -> text(value, name)).toList();
    }

    boolean truth(String name) {
        return switch (value(name).getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            case ARRAY, OBJECT, STRING, NUMBER, NULL -> throw malformed(name);
        };
    }

    /** A positive whole number, where present. */
    OptionalInt bound(String name) {
        if (!has(name)) {
            return OptionalInt.empty();
        }
        try {
            int bound = ((JsonNumber) value(name)).bigDecimalValue().intValueExact();
            if (bound > 0) {
                return OptionalInt.of(bound);
            }
        } catch (ArithmeticException | ClassCastException notWhole) {
            throw malformed(name);
        }
        throw malformed(name);
    }

    private static String text(JsonValue value, String name) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw malformed(name);
    }

    private static UnusableAnswer malformed(String name) {
        return new UnusableAnswer(PolicyFailure.MALFORMED, name);
    }
}

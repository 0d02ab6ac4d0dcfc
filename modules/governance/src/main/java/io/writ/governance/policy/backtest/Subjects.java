package io.writ.governance.policy.backtest;

import io.writ.governance.policy.backtest.report.FlipSubject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what a recorded question was about. Names of documents and of people are left where they are. */
final class Subjects {

    private final JsonObject input;

    Subjects(JsonObject input) {
        this.input = input;
    }

    FlipSubject ofCall() {
        return about(object(input.get("resource")));
    }

    /** For each item that waits for release, by id. */
    Map<String, FlipSubject> ofItems() {
        Map<String, FlipSubject> subjects = new HashMap<>();
        if (input.get("items") instanceof JsonArray items) {
            for (JsonValue item : items) {
                if (item instanceof JsonObject object) {
                    subjects.put(object.getString("id", ""), about(object));
                }
            }
        }
        return subjects;
    }

    private FlipSubject about(JsonObject members) {
        return new FlipSubject(
                text(input, "action"),
                text(input, "operator"),
                source(members),
                text(members, "classification"),
                text(members, "origin"));
    }

    private static JsonObject object(@Nullable JsonValue value) {
        return value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static String source(JsonObject resource) {
        String kind = text(resource, "kind");
        return switch (kind) {
            case "view" -> "view " + text(resource, "id");
            case "document" -> "collection " + text(resource, "collection");
            default -> kind;
        };
    }

    private static String text(JsonObject members, String name) {
        return members.getString(name, FlipSubject.NONE);
    }
}

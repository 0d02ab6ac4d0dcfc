package io.writ.governance.source.catalogue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One object of the file with its place. Every member that is missing or of a wrong type is noted, and a stand-in is
 * returned, so that reading goes on and finds the rest; nothing built from stand-ins survives, see {@link Problems}.
 */
record Node(JsonObject object, String pointer, Problems problems) {

    /** Notes each member that is not one of these; a misspelt restriction must not pass as no restriction. */
    void allowOnly(Set<String> names) {
        Set<String> unknown = new TreeSet<>(object.keySet());
        unknown.removeAll(names);
        unknown.forEach(name -> problems.add(at(name), "unknown member"));
    }

    boolean has(String name) {
        return object.containsKey(name);
    }

    String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    String text(String name) {
        return value(name, JsonString.class, "a text")
                .map(JsonString::getString)
                .filter(text -> notBlank(name, text))
                .orElse("");
    }

    boolean flag(String name) {
        JsonValue value = object.get(name);
        if (JsonValue.TRUE.equals(value) || JsonValue.FALSE.equals(value)) {
            return JsonValue.TRUE.equals(value);
        }
        problems.add(at(name), value == null ? "missing" : "must be true or false");
        return false;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        JsonArray array = array(name);
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) instanceof JsonString text && !text.getString().isBlank()) {
                texts.add(text.getString());
            } else {
                problems.add(at(name) + "/" + i, "must be a text that is not blank");
            }
        }
        return texts;
    }

    List<Node> objects(String name) {
        List<Node> nodes = new ArrayList<>();
        JsonArray array = array(name);
        for (int i = 0; i < array.size(); i++) {
            String place = at(name) + "/" + i;
            if (array.get(i) instanceof JsonObject element) {
                nodes.add(new Node(element, place, problems));
            } else {
                problems.add(place, "must be an object");
            }
        }
        return nodes;
    }

    /** The objects that are members of the object of that name. */
    Map<String, Node> members(String name) {
        Map<String, Node> nodes = new TreeMap<>();
        value(name, JsonObject.class, "an object").ifPresent(members -> {
            Node parent = new Node(members, at(name), problems);
            for (String key : members.keySet()) {
                parent.value(key, JsonObject.class, "an object")
                        .ifPresent(member -> nodes.put(key, new Node(member, parent.at(key), problems)));
            }
        });
        return nodes;
    }

    private JsonArray array(String name) {
        return value(name, JsonArray.class, "a list").orElse(JsonValue.EMPTY_JSON_ARRAY);
    }

    private boolean notBlank(String name, String text) {
        if (text.isBlank()) {
            problems.add(at(name), "must not be blank");
        }
        return !text.isBlank();
    }

    private <T extends JsonValue> Optional<T> value(String name, Class<T> type, String wanted) {
        JsonValue value = object.get(name);
        if (type.isInstance(value)) {
            return Optional.of(type.cast(value));
        }
        problems.add(at(name), value == null ? "missing" : "must be " + wanted);
        return Optional.empty();
    }
}

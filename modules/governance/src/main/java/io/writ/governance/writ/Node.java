package io.writ.governance.writ;

import io.writ.evidence.Digest;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object of the statement and its place, read as the format has it: a member that is missing, of another type or
 * unknown is a fault at that place.
 */
record Node(JsonObject object, String place) {

    /** Beyond this JSON numbers are not exact for every reader. */
    private static final long NUMBER_MAX = (1L << 53) - 1;

    /** The same object, once it has these members and no others. */
    Node with(Set<String> required, Set<String> optional) {
        for (String name : required) {
            Broken.unless(object.containsKey(name), Fault.STATEMENT_SHAPE, inside(name));
        }
        Set<String> unknown = new HashSet<>(object.keySet());
        unknown.removeAll(required);
        unknown.removeAll(optional);
        for (String name : unknown) {
            throw new Broken(Fault.STATEMENT_UNKNOWN, inside(name));
        }
        return this;
    }

    boolean has(String name) {
        return object.containsKey(name);
    }

    String text(String name) {
        return text(object.get(name), inside(name));
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    Digest digest(String name) {
        return digest(text(name), inside(name));
    }

    long number(String name) {
        if (object.get(name) instanceof JsonNumber number && number.isIntegral()) {
            long value = number.longValue();
            if (value >= 0 && value <= NUMBER_MAX) {
                return value;
            }
        }
        throw new Broken(Fault.STATEMENT_SHAPE, inside(name));
    }

    Node node(String name) {
        return node(object.get(name), inside(name));
    }

    Optional<Node> optionalNode(String name) {
        return has(name) ? Optional.of(node(name)) : Optional.empty();
    }

    List<Node> nodes(String name) {
        List<Node> nodes = new ArrayList<>();
        for (JsonValue value : array(name)) {
            nodes.add(node(value, inside(name) + "[" + nodes.size() + "]"));
        }
        return nodes;
    }

    List<Digest> digests(String name) {
        return array(name).stream()
                .map(value -> digest(text(value, inside(name)), inside(name)))
                .toList();
    }

    JsonArray array(String name) {
        if (object.get(name) instanceof JsonArray array) {
            return array;
        }
        throw new Broken(Fault.STATEMENT_SHAPE, inside(name));
    }

    String inside(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private static Digest digest(String hex, String place) {
        Broken.unless(Digest.isDigest(hex), Fault.STATEMENT_SHAPE, place);
        return new Digest(hex);
    }

    private static String text(@Nullable JsonValue value, String place) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw new Broken(Fault.STATEMENT_SHAPE, place);
    }

    private static Node node(@Nullable JsonValue value, String place) {
        if (value instanceof JsonObject object) {
            return new Node(object, place);
        }
        throw new Broken(Fault.STATEMENT_SHAPE, place);
    }
}

package io.writ.governance.writ;

import io.writ.evidence.Digest;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An object of a writ and its place, read as the format has it: a member that is missing, of another type or unknown is a
 * fault at that place. Whoever reads a writ goes through here: a cast of what a stranger wrote would end the program
 * instead of the check.
 *
 * @param otherwise the fault of a member that is not what it has to be
 */
record Node(JsonObject object, String place, Fault otherwise) {

    /** Beyond this JSON numbers are not exact for every reader. */
    static final long NUMBER_MAX = (1L << 53) - 1;

    private static final BigDecimal MAX = BigDecimal.valueOf(NUMBER_MAX);

    /** An object of the statement. */
    static Node ofStatement(JsonObject object) {
        return new Node(object, "", Fault.STATEMENT_SHAPE);
    }

    /** The same object, once it has these members and no others. */
    Node with(Set<String> required, Set<String> optional) {
        for (String name : new TreeSet<>(required)) {
            Broken.unless(object.containsKey(name), otherwise, inside(name));
        }
        Set<String> unknown = new TreeSet<>(object.keySet());
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

    /** A text that need not be there; whatever else stands in its place says nothing either. */
    String textOrNone(String name) {
        return object.getString(name, "");
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    Digest digest(String name) {
        return digest(text(name), inside(name));
    }

    Optional<Digest> optionalDigest(String name) {
        return has(name) ? Optional.of(digest(name)) : Optional.empty();
    }

    long number(String name) {
        // Compared before it is narrowed: 2^64 + 1 is not 1.
        if (object.get(name) instanceof JsonNumber number && number.isIntegral()) {
            BigDecimal value = number.bigDecimalValue();
            if (value.signum() >= 0 && value.compareTo(MAX) <= 0) {
                return value.longValueExact();
            }
        }
        throw new Broken(otherwise, inside(name));
    }

    long numberOrNone(String name) {
        return has(name) ? number(name) : 0;
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

    List<Node> nodesOrNone(String name) {
        return has(name) ? nodes(name) : List.of();
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
        throw new Broken(otherwise, inside(name));
    }

    String inside(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private Digest digest(String hex, String place) {
        Broken.unless(Digest.isDigest(hex), otherwise, place);
        return new Digest(hex);
    }

    private String text(@Nullable JsonValue value, String place) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw new Broken(otherwise, place);
    }

    private Node node(@Nullable JsonValue value, String place) {
        if (value instanceof JsonObject inner) {
            return new Node(inner, place, otherwise);
        }
        throw new Broken(otherwise, place);
    }
}

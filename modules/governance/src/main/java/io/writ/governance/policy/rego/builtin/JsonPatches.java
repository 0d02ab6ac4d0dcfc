package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.ArrayBuilder;
import io.writ.governance.policy.rego.value.ObjectBuilder;
import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoNumber;
import io.writ.governance.policy.rego.value.RegoObject;
import io.writ.governance.policy.rego.value.RegoSet;
import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import io.writ.governance.policy.rego.value.SetBuilder;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** JSON Patch (RFC 6902), on Rego's values: a set has its elements for keys. */
final class JsonPatches {

    private static final Pattern INDEX = Pattern.compile("-?(?:0|[1-9][0-9]{0,8})");

    private JsonPatches() {}

    static Map<String, Builtin> family() {
        return Map.of("json.patch", JsonPatches::patched);
    }

    private static RegoValue patched(BuiltinCall call) {
        RegoValue document = call.any(0);
        for (RegoValue operation : call.array(1)) {
            if (!(operation instanceof RegoObject members)) {
                throw new BuiltinException(
                        "must be an array of JSON-Patch objects, but at least one element is not an object");
            }
            call.meter().charge(members.size());
            document = applied(call, document, members);
        }
        return document;
    }

    private static RegoValue applied(BuiltinCall call, RegoValue document, RegoObject operation) {
        RegoValue target = attribute(operation, "path");
        if (!(attribute(operation, "op") instanceof RegoString name)) {
            throw new BuiltinException("attribute 'op' must be a string");
        }
        List<RegoValue> path = JsonPaths.steps(call, target);
        return switch (name.value()) {
            case "add" -> added(document, path, attribute(operation, "value"));
            case "remove" -> removed(document, path);
            case "replace" -> replaced(document, path, attribute(operation, "value"));
            case "move" -> {
                List<RegoValue> from = JsonPaths.steps(call, attribute(operation, "from"));
                RegoValue moved = at(document, from);
                yield from.isEmpty() ? added(moved, path, moved) : added(removed(document, from), path, moved);
            }
            case "copy" -> added(document, path, at(document, JsonPaths.steps(call, attribute(operation, "from"))));
            case "test" -> tested(document, at(document, path), attribute(operation, "value"));
            default -> throw new BuiltinException("unrecognized op: '" + name.value() + "'");
        };
    }

    private static RegoValue attribute(RegoObject operation, String name) {
        RegoValue value = operation.member(name);
        if (value == null) {
            throw new BuiltinException("missing required attribute '" + name + "'");
        }
        return value;
    }

    private static RegoValue tested(RegoValue document, RegoValue found, RegoValue wanted) {
        if (!found.equals(wanted)) {
            throw new BuiltinException("the value at the path is not the one of the test");
        }
        return document;
    }

    private static RegoValue at(RegoValue document, List<RegoValue> path) {
        RegoValue found = document;
        for (RegoValue step : path) {
            found = child(found, step);
        }
        return found;
    }

    private static RegoValue child(RegoValue parent, RegoValue key) {
        return switch (parent) {
            case RegoObject object when object.contains(key) -> value(object, key);
            case RegoSet set when set.contains(key) -> key;
            case RegoArray array when isWithin(array, index(array, key)) -> array.element(index(array, key));
            default -> throw new BuiltinException("path " + key + " does not exist");
        };
    }

    private static RegoValue value(RegoObject object, RegoValue key) {
        RegoValue value = object.member(key);
        if (value == null) {
            throw new BuiltinException("path " + key + " does not exist");
        }
        return value;
    }

    private static boolean isWithin(RegoArray array, int index) {
        return index >= 0 && index < array.size();
    }

    /** A dash stands for the place behind the last element. */
    private static int index(RegoArray array, RegoValue key) {
        return switch (key) {
            case RegoNumber number ->
                number.intValue().orElseThrow(() -> new BuiltinException("invalid number type for indexing"));
            case RegoString text when text.value().equals("-") -> array.size();
            case RegoString text when INDEX.matcher(text.value()).matches() -> Integer.parseInt(text.value());
            default -> throw new BuiltinException("invalid string for indexing");
        };
    }

    private static RegoValue added(RegoValue document, List<RegoValue> path, RegoValue value) {
        if (path.isEmpty()) {
            return value;
        }
        RegoValue key = path.getFirst();
        if (path.size() > 1) {
            return set(document, key, added(child(document, key), path.subList(1, path.size()), value));
        }
        return switch (document) {
            case RegoObject object -> object.builder().put(key, value).frozen();
            case RegoSet set when key.equals(value) -> with(set, value);
            case RegoArray array -> inserted(array, index(array, key), value);
            default -> throw new BuiltinException("nothing can be added at path " + key);
        };
    }

    private static RegoArray inserted(RegoArray array, int index, RegoValue value) {
        if (index < 0 || index > array.size()) {
            throw new BuiltinException("index for array insertion out of bounds");
        }
        ArrayBuilder elements = new ArrayBuilder();
        array.slice(0, index).forEach(elements::add);
        elements.add(value);
        array.slice(index, array.size()).forEach(elements::add);
        return elements.frozen();
    }

    /** The parent with another child; an element of a set is its own key, so it goes and the other comes. */
    private static RegoValue set(RegoValue parent, RegoValue key, RegoValue value) {
        return switch (parent) {
            case RegoObject object -> object.builder().put(key, value).frozen();
            case RegoArray array -> inserted(without(array, index(array, key)), index(array, key), value);
            case RegoSet set -> with(without(set, key), value);
            default -> throw new BuiltinException("path " + key + " does not exist");
        };
    }

    private static RegoArray without(RegoArray array, int index) {
        ArrayBuilder elements = new ArrayBuilder();
        array.slice(0, index).forEach(elements::add);
        array.slice(index + 1, array.size()).forEach(elements::add);
        return elements.frozen();
    }

    private static RegoSet with(RegoSet set, RegoValue element) {
        return new SetBuilder(set).add(element).frozen();
    }

    private static RegoSet without(RegoSet set, RegoValue element) {
        SetBuilder kept = new SetBuilder();
        set.forEach(other -> {
            if (!other.equals(element)) {
                kept.add(other);
            }
        });
        return kept.frozen();
    }

    private static RegoObject without(RegoObject object, RegoValue key) {
        ObjectBuilder kept = new ObjectBuilder();
        for (int i = 0; i < object.size(); i++) {
            if (!object.key(i).equals(key)) {
                kept.put(object.key(i), object.value(i));
            }
        }
        return kept.frozen();
    }

    private static RegoValue removed(RegoValue document, List<RegoValue> path) {
        if (path.isEmpty()) {
            throw new BuiltinException("the whole document cannot be removed");
        }
        RegoValue key = path.getFirst();
        RegoValue child = child(document, key);
        if (path.size() > 1) {
            return set(document, key, removed(child, path.subList(1, path.size())));
        }
        return switch (document) {
            case RegoObject object -> without(object, key);
            case RegoSet set -> without(set, key);
            case RegoArray array -> without(array, index(array, key));
            default -> throw new BuiltinException("path " + key + " does not exist");
        };
    }

    private static RegoValue replaced(RegoValue document, List<RegoValue> path, RegoValue value) {
        return path.isEmpty() ? value : added(removed(document, path), path, value);
    }
}

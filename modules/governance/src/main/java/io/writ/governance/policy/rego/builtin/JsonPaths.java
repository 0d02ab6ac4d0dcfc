package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.ArrayBuilder;
import io.writ.governance.policy.rego.value.ObjectBuilder;
import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoNull;
import io.writ.governance.policy.rego.value.RegoObject;
import io.writ.governance.policy.rego.value.RegoSet;
import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import io.writ.governance.policy.rego.value.SetBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps or removes the named places of a document. The paths form a tree whose leaves are null. */
final class JsonPaths {

    private JsonPaths() {}

    static Map<String, Builtin> family() {
        return Map.of(
                "json.filter", call -> filtered(call, call.object(0), tree(call)),
                "json.remove", call -> removed(call, call.object(0), tree(call)));
    }

    private static RegoValue tree(BuiltinCall call) {
        RegoValue tree = RegoObject.EMPTY;
        for (RegoValue path : call.elements(1)) {
            List<RegoValue> steps = steps(call, path);
            call.meter().charge(steps.size());
            if (!steps.isEmpty()) {
                tree = planted(tree, steps);
            }
        }
        return tree;
    }

    /** A path that goes on below the end of another adds nothing. */
    private static RegoValue planted(@Nullable RegoValue tree, List<RegoValue> steps) {
        if (steps.isEmpty() || tree instanceof RegoNull) {
            return RegoNull.NULL;
        }
        ObjectBuilder branches = tree instanceof RegoObject object ? object.builder() : new ObjectBuilder();
        RegoValue branch = branches.member(steps.getFirst());
        return branches.put(steps.getFirst(), planted(branch, steps.subList(1, steps.size())))
                .frozen();
    }

    static List<RegoValue> steps(BuiltinCall call, RegoValue path) {
        return switch (path) {
            case RegoString text -> text.value().isEmpty() ? List.of() : pointer(text.value());
            case RegoArray array -> array.slice(0, array.size());
            default -> throw call.refused(1, "one of {set, array} containing string paths or array of path segments");
        };
    }

    private static List<RegoValue> pointer(String text) {
        String trimmed = CodePoints.trimmedLeft(text, point -> point == '/');
        List<RegoValue> steps = new ArrayList<>();
        for (String part : trimmed.split("/", -1)) {
            steps.add(RegoString.of(part.replace("~1", "/").replace("~0", "~")));
        }
        return steps;
    }

    private static @Nullable RegoValue branch(RegoValue tree, RegoValue key) {
        return tree instanceof RegoObject branches ? branches.member(key) : null;
    }

    private static RegoString index(int position) {
        return RegoString.of(Integer.toString(position));
    }

    private static RegoValue filtered(BuiltinCall call, RegoValue value, RegoValue tree) {
        if (tree instanceof RegoNull) {
            return value;
        }
        return switch (value) {
            case RegoObject object -> {
                call.meter().charge(object.size());
                ObjectBuilder kept = new ObjectBuilder();
                for (int i = 0; i < object.size(); i++) {
                    RegoValue branch = branch(tree, object.key(i));
                    if (branch != null) {
                        kept.put(object.key(i), filtered(call, object.value(i), branch));
                    }
                }
                yield kept.frozen();
            }
            case RegoArray array -> {
                ArrayBuilder kept = new ArrayBuilder();
                for (int i = 0; i < array.size(); i++) {
                    RegoValue branch = branch(tree, index(i));
                    if (branch != null) {
                        kept.add(filtered(call, array.element(i), branch));
                    }
                }
                yield kept.frozen();
            }
            case RegoSet set -> {
                SetBuilder kept = new SetBuilder();
                for (RegoValue element : set) {
                    RegoValue branch = branch(tree, element);
                    if (branch != null) {
                        kept.add(filtered(call, element, branch));
                    }
                }
                yield kept.frozen();
            }
            default -> value;
        };
    }

    /** Null when the value itself goes. */
    private static @Nullable RegoValue removed(BuiltinCall call, RegoValue value, @Nullable RegoValue tree) {
        if (tree == null || !(tree instanceof RegoNull || tree instanceof RegoObject)) {
            return value;
        }
        if (tree instanceof RegoNull) {
            return null;
        }
        return switch (value) {
            case RegoObject object -> {
                call.meter().charge(object.size());
                ObjectBuilder kept = new ObjectBuilder();
                for (int i = 0; i < object.size(); i++) {
                    RegoValue rest = removed(call, object.value(i), branch(tree, object.key(i)));
                    if (rest != null) {
                        kept.put(object.key(i), rest);
                    }
                }
                yield kept.frozen();
            }
            case RegoArray array -> {
                ArrayBuilder kept = new ArrayBuilder();
                for (int i = 0; i < array.size(); i++) {
                    RegoValue rest = removed(call, array.element(i), branch(tree, index(i)));
                    if (rest != null) {
                        kept.add(rest);
                    }
                }
                yield kept.frozen();
            }
            case RegoSet set -> {
                SetBuilder kept = new SetBuilder();
                for (RegoValue element : set) {
                    RegoValue rest = removed(call, element, branch(tree, element));
                    if (rest != null) {
                        kept.add(rest);
                    }
                }
                yield kept.frozen();
            }
            default -> value;
        };
    }
}

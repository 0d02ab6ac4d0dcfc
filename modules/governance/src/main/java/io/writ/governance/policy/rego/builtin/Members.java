package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.ObjectBuilder;
import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoBoolean;
import io.writ.governance.policy.rego.value.RegoNumber;
import io.writ.governance.policy.rego.value.RegoObject;
import io.writ.governance.policy.rego.value.RegoSet;
import io.writ.governance.policy.rego.value.RegoValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects. */
final class Members {

    private Members() {}

    static Map<String, Builtin> family() {
        return Map.of(
                "object.get", Members::get,
                "object.keys", call -> RegoSet.of(list(call.object(0).keys())),
                "object.union", call -> united(call, call.object(0), call.object(1)),
                "object.union_n", Members::unionOfAll,
                "object.remove", call -> selected(call, false),
                "object.filter", call -> selected(call, true),
                "object.subset", call -> RegoBoolean.of(Subsets.contains(call)));
    }

    private static List<RegoValue> list(RegoArray array) {
        return array.slice(0, array.size());
    }

    private static RegoValue get(BuiltinCall call) {
        RegoObject object = call.object(0);
        RegoValue found = call.any(1) instanceof RegoArray path ? atPath(object, path) : object.member(call.any(1));
        return found == null ? call.any(2) : found;
    }

    private static @Nullable RegoValue atPath(RegoValue start, RegoArray path) {
        RegoValue current = start;
        for (RegoValue step : path) {
            current = inside(current, step);
            if (current == null) {
                return null;
            }
        }
        return current;
    }

    /** What is under a key of any collection, or null. */
    static @Nullable RegoValue inside(RegoValue collection, RegoValue key) {
        return switch (collection) {
            case RegoObject object -> object.member(key);
            case RegoSet set -> set.contains(key) ? key : null;
            case RegoArray array -> {
                int index = key instanceof RegoNumber number ? number.intValue().orElse(-1) : -1;
                yield index >= 0 && index < array.size() ? array.element(index) : null;
            }
            default -> null;
        };
    }

    /** Recursive where both have an object; otherwise the right-hand value. */
    private static RegoObject united(BuiltinCall call, RegoObject left, RegoObject right) {
        call.meter().charge(left.size() + (long) right.size());
        ObjectBuilder members = left.builder();
        for (int i = 0; i < right.size(); i++) {
            members.put(right.key(i), unitedValue(call, left.member(right.key(i)), right.value(i)));
        }
        call.meter().admit(members.size());
        return members.frozen();
    }

    private static RegoValue unitedValue(BuiltinCall call, @Nullable RegoValue present, RegoValue added) {
        return present instanceof RegoObject below && added instanceof RegoObject above
                ? united(call, below, above)
                : added;
    }

    private static RegoObject unionOfAll(BuiltinCall call) {
        RegoObject union = RegoObject.EMPTY;
        for (RegoValue element : call.array(0)) {
            if (!(element instanceof RegoObject object)) {
                throw new BuiltinException(
                        "operand 1 must be array of objects but has an element of type " + element.typeName());
            }
            union = united(call, union, object);
        }
        return union;
    }

    private static RegoObject selected(BuiltinCall call, boolean named) {
        RegoObject object = call.object(0);
        RegoSet names = names(call);
        call.meter().charge(object.size());
        ObjectBuilder members = new ObjectBuilder();
        for (int i = 0; i < object.size(); i++) {
            if (names.contains(object.key(i)) == named) {
                members.put(object.key(i), object.value(i));
            }
        }
        return members.frozen();
    }

    private static RegoSet names(BuiltinCall call) {
        return switch (call.any(1)) {
            case RegoSet set -> set;
            case RegoArray array -> RegoSet.of(list(array));
            case RegoObject object -> RegoSet.of(list(object.keys()));
            default -> throw call.refused(1, "one of {object, set, array}");
        };
    }
}

package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.RegoSet;
import io.writ.governance.policy.rego.value.RegoValue;
import io.writ.governance.policy.rego.value.SetBuilder;
import java.util.Map;

/** Set algebra. */
final class Sets {

    private Sets() {}

    static Map<String, Builtin> family() {
        return Map.of(
                "and", call -> intersection(call.set(0), call.set(1)),
                "or", call -> union(call, call.set(0), call.set(1)),
                "set_diff", call -> difference(call.set(0), call.set(1)),
                "union", Sets::unionOfAll,
                "intersection", Sets::intersectionOfAll);
    }

    static RegoSet difference(RegoSet left, RegoSet right) {
        SetBuilder kept = new SetBuilder();
        left.forEach(element -> {
            if (!right.contains(element)) {
                kept.add(element);
            }
        });
        return kept.frozen();
    }

    private static RegoSet intersection(RegoSet left, RegoSet right) {
        SetBuilder kept = new SetBuilder();
        left.forEach(element -> {
            if (right.contains(element)) {
                kept.add(element);
            }
        });
        return kept.frozen();
    }

    private static RegoSet union(BuiltinCall call, RegoSet left, RegoSet right) {
        call.meter().charge(left.size() + (long) right.size());
        SetBuilder joined = new SetBuilder(left);
        right.forEach(joined::add);
        call.meter().admit(joined.size());
        return joined.frozen();
    }

    private static RegoSet unionOfAll(BuiltinCall call) {
        RegoSet joined = RegoSet.EMPTY;
        for (RegoValue member : call.set(0)) {
            joined = union(call, joined, memberSet(member));
        }
        return joined;
    }

    private static RegoSet intersectionOfAll(BuiltinCall call) {
        RegoSet sets = call.set(0);
        if (sets.size() == 0) {
            return RegoSet.EMPTY;
        }
        RegoSet kept = memberSet(sets.element(0));
        for (RegoValue member : sets) {
            kept = intersection(kept, memberSet(member));
        }
        return kept;
    }

    private static RegoSet memberSet(RegoValue member) {
        if (member instanceof RegoSet set) {
            return set;
        }
        throw new BuiltinException("operand 1 must be set of sets but has an element of type " + member.typeName());
    }
}

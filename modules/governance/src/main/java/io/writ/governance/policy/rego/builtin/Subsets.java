package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoObject;
import io.writ.governance.policy.rego.value.RegoSet;
import io.writ.governance.policy.rego.value.RegoValue;

/** Whether one collection contains another, by the rules of {@code object.subset}. */
final class Subsets {

    private Subsets() {}

    static boolean contains(BuiltinCall call) {
        RegoValue whole = call.any(0);
        RegoValue part = call.any(1);
        if (whole instanceof RegoArray array && part instanceof RegoSet set) {
            call.meter().charge(array.size() + (long) set.size());
            RegoSet elements = RegoSet.of(array.slice(0, array.size()));
            return contains(elements, set);
        }
        if (whole.rank() != part.rank()
                || !(part instanceof RegoArray || part instanceof RegoSet || part instanceof RegoObject)) {
            throw new BuiltinException("both arguments object.subset must be of the same type or array and set");
        }
        return contains(call, whole, part);
    }

    private static boolean contains(BuiltinCall call, RegoValue whole, RegoValue part) {
        if (whole instanceof RegoObject outer && part instanceof RegoObject inner) {
            call.meter().charge(inner.size());
            for (int i = 0; i < inner.size(); i++) {
                RegoValue present = outer.member(inner.key(i));
                if (present == null || !contains(call, present, inner.value(i))) {
                    return false;
                }
            }
            return true;
        }
        if (whole instanceof RegoSet outer && part instanceof RegoSet inner) {
            call.meter().charge(inner.size());
            return contains(outer, inner);
        }
        if (whole instanceof RegoArray outer && part instanceof RegoArray inner) {
            return hasRun(call, outer, inner);
        }
        return whole.equals(part);
    }

    private static boolean contains(RegoSet outer, RegoSet inner) {
        for (RegoValue element : inner) {
            if (!outer.contains(element)) {
                return false;
            }
        }
        return true;
    }

    /** The elements in a row, somewhere. */
    private static boolean hasRun(BuiltinCall call, RegoArray outer, RegoArray inner) {
        for (int start = 0; start + inner.size() <= outer.size(); start++) {
            int matched = 0;
            while (matched < inner.size() && outer.element(start + matched).equals(inner.element(matched))) {
                matched++;
            }
            call.meter().charge(matched);
            if (matched == inner.size()) {
                return true;
            }
        }
        return false;
    }
}

package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.ArrayBuilder;
import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoValue;
import java.util.List;
import java.util.Map;

/** Arrays. */
final class Sequences {

    private Sequences() {}

    static Map<String, Builtin> family() {
        return Map.of(
                "array.concat", Sequences::concat,
                "array.slice", Sequences::slice,
                "array.reverse", Sequences::reverse,
                "array.flatten", Sequences::flatten);
    }

    private static RegoArray concat(BuiltinCall call) {
        RegoArray first = call.array(0);
        RegoArray second = call.array(1);
        call.meter().charge(first.size() + (long) second.size());
        ArrayBuilder joined = new ArrayBuilder(first);
        second.forEach(joined::add);
        call.meter().admit(joined.size());
        return joined.frozen();
    }

    private static RegoArray slice(BuiltinCall call) {
        RegoArray array = call.array(0);
        int stop = Math.clamp(call.integer(2), 0, array.size());
        int start = Math.clamp(call.integer(1), 0, stop);
        return RegoArray.of(array.slice(start, stop));
    }

    private static RegoArray reverse(BuiltinCall call) {
        List<RegoValue> elements = call.array(0).slice(0, call.array(0).size());
        return RegoArray.of(elements.reversed());
    }

    /** One level. */
    private static RegoArray flatten(BuiltinCall call) {
        ArrayBuilder flat = new ArrayBuilder();
        for (RegoValue element : call.array(0)) {
            if (element instanceof RegoArray nested) {
                call.meter().charge(nested.size());
                nested.forEach(flat::add);
            } else {
                flat.add(element);
            }
            call.meter().admit(flat.size());
        }
        return flat.frozen();
    }
}

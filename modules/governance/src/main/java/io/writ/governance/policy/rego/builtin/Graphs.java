package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.ArrayBuilder;
import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoNumber;
import io.writ.governance.policy.rego.value.RegoObject;
import io.writ.governance.policy.rego.value.RegoSet;
import io.writ.governance.policy.rego.value.RegoValue;
import io.writ.governance.policy.rego.value.SetBuilder;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/** Reachability in a graph, and every place within a document. */
final class Graphs {

    private Graphs() {}

    static Map<String, Builtin> family() {
        return Map.of("graph.reachable", Graphs::reachable, "walk", Graphs::walk);
    }

    private static RegoSet reachable(BuiltinCall call) {
        RegoObject graph = call.object(0);
        Queue<RegoValue> waiting = new ArrayDeque<>();
        call.elements(1).forEach(waiting::add);
        Set<RegoValue> seen = new HashSet<>(waiting);
        SetBuilder reached = new SetBuilder();
        while (!waiting.isEmpty()) {
            RegoValue node = waiting.remove();
            RegoValue edges = graph.member(node);
            if (edges != null) {
                reached.add(node);
                for (RegoValue neighbour : neighbours(edges)) {
                    call.meter().charge(1);
                    if (seen.add(neighbour)) {
                        waiting.add(neighbour);
                    }
                }
            }
        }
        return reached.frozen();
    }

    private static RegoArray neighbours(RegoValue edges) {
        return switch (edges) {
            case RegoArray array -> array;
            case RegoSet set -> set.sorted();
            default -> RegoArray.EMPTY;
        };
    }

    /** All pairs of path and value, outermost first. */
    private static RegoArray walk(BuiltinCall call) {
        ArrayBuilder pairs = new ArrayBuilder();
        walk(call, RegoArray.EMPTY, call.any(0), pairs);
        return pairs.frozen();
    }

    private static void walk(BuiltinCall call, RegoArray path, RegoValue value, ArrayBuilder pairs) {
        call.meter().charge(1);
        pairs.add(RegoArray.of(List.of(path, value)));
        call.meter().admit(pairs.size());
        switch (value) {
            case RegoArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    walk(call, extended(path, RegoNumber.of(i)), array.element(i), pairs);
                }
            }
            case RegoObject object -> {
                for (int i = 0; i < object.size(); i++) {
                    walk(call, extended(path, object.key(i)), object.value(i), pairs);
                }
            }
            case RegoSet set -> set.forEach(element -> walk(call, extended(path, element), element, pairs));
            default -> {}
        }
    }

    private static RegoArray extended(RegoArray path, RegoValue step) {
        return new ArrayBuilder(path).add(step).frozen();
    }
}

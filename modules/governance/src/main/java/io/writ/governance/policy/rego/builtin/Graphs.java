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
        return Map.of(
                "graph.reachable",
                Graphs::reachable,
                "graph.reachable_paths",
                Graphs::reachablePaths,
                "walk",
                Graphs::walk);
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

    /** Every way from a start to an end, to a node that is none, or to where it would go in a circle. */
    private static RegoSet reachablePaths(BuiltinCall call) {
        RegoObject graph = call.object(0);
        SetBuilder paths = new SetBuilder();
        for (RegoValue node : call.elements(1)) {
            RegoValue edges = graph.member(node);
            if (edges != null) {
                RegoArray start = extended(RegoArray.EMPTY, node);
                RegoArray neighbours = neighbours(edges);
                if (neighbours.size() == 0) {
                    add(call, paths, start);
                }
                // The first step is taken even when it leads back to the start.
                neighbours.forEach(neighbour -> follow(call, graph, neighbour, start, paths));
            }
        }
        return paths.frozen();
    }

    private static void follow(BuiltinCall call, RegoObject graph, RegoValue node, RegoArray path, SetBuilder paths) {
        call.meter().charge(1 + path.size() / 16);
        RegoValue edges = graph.member(node);
        RegoArray longer = edges == null ? path : extended(path, node);
        RegoArray neighbours = edges == null ? RegoArray.EMPTY : neighbours(edges);
        if (neighbours.size() == 0) {
            add(call, paths, longer);
        }
        for (RegoValue neighbour : neighbours) {
            if (longer.slice(0, longer.size()).contains(neighbour)) {
                add(call, paths, longer);
            } else {
                follow(call, graph, neighbour, longer, paths);
            }
        }
    }

    private static void add(BuiltinCall call, SetBuilder paths, RegoArray path) {
        paths.add(path);
        call.meter().admit(paths.size());
    }

    /** All pairs of path and value, outermost first. */
    private static RegoArray walk(BuiltinCall call) {
        ArrayBuilder pairs = new ArrayBuilder();
        walk(call, RegoArray.EMPTY, call.any(0), pairs);
        return pairs.frozen();
    }

    private static void walk(BuiltinCall call, RegoArray path, RegoValue value, ArrayBuilder pairs) {
        call.meter().charge(1 + path.size() / 16);
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

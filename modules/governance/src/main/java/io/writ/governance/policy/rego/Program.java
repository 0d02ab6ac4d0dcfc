package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.builtin.Patterns;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A compiled plan: functions, entry points, and the patterns compiled so far. */
final class Program {

    /** The plan of one entry point. */
    record Entry(Blocks body, int frameSize) {}

    private final PlanFunction[] functions;
    private final Map<List<String>, Integer> byPath;
    private final Map<String, Entry> entries;
    private final Patterns patterns = new Patterns();

    Program(List<PlanFunction> functions, Map<List<String>, Integer> byPath, Map<String, Entry> entries) {
        this.functions = functions.toArray(PlanFunction[]::new);
        this.byPath = Map.copyOf(byPath);
        this.entries = Map.copyOf(entries);
    }

    int functionCount() {
        return functions.length;
    }

    PlanFunction function(int index) {
        return functions[index];
    }

    int functionAt(List<String> path) {
        return byPath.getOrDefault(path, -1);
    }

    Set<String> entrypoints() {
        return entries.keySet();
    }

    @Nullable
    Entry entry(String name) {
        return entries.get(name);
    }

    Patterns patterns() {
        return patterns;
    }
}

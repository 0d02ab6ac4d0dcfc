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
    private final Map<String, Entry> entries;
    private final RuleBody[] bodies;
    private final Patterns patterns = new Patterns();

    Program(List<PlanFunction> functions, Map<String, Entry> entries, List<RuleBody> bodies) {
        this.functions = functions.toArray(PlanFunction[]::new);
        this.entries = Map.copyOf(entries);
        this.bodies = bodies.toArray(RuleBody[]::new);
    }

    int functionCount() {
        return functions.length;
    }

    PlanFunction function(int index) {
        return functions[index];
    }

    Set<String> entrypoints() {
        return entries.keySet();
    }

    @Nullable
    Entry entry(String name) {
        return entries.get(name);
    }

    int bodyCount() {
        return bodies.length;
    }

    RuleBody body(int index) {
        return bodies[index];
    }

    Patterns patterns() {
        return patterns;
    }
}

package io.writ.governance.policy.rego.builtin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The builtins there are. What is not listed here is refused when a plan is loaded. */
public final class Builtins {

    private static final Map<String, Builtin> ALL = all();

    private Builtins() {}

    /** The builtin of this name, or null. */
    public static @Nullable Builtin find(String name) {
        return ALL.get(name);
    }

    /** Every name. */
    public static Set<String> names() {
        return ALL.keySet();
    }

    private static Map<String, Builtin> all() {
        List<Map<String, Builtin>> families = List.of(
                Comparison.family(),
                Arithmetic.family(),
                Bits.family(),
                Aggregates.family(),
                Sets.family(),
                Sequences.family(),
                Members.family(),
                Graphs.family(),
                Types.family(),
                Strings.family(),
                Editing.family(),
                Formatting.family(),
                Regexes.family(),
                Globs.family(),
                JsonCoding.family(),
                JsonPaths.family(),
                JsonPatches.family(),
                UrlQueries.family(),
                Uuids.family(),
                Encodings.family(),
                Digests.family(),
                Versions.family(),
                Units.family(),
                Networks.family(),
                Times.family());
        Map<String, Builtin> all = new HashMap<>();
        families.forEach(all::putAll);
        return Map.copyOf(all);
    }
}

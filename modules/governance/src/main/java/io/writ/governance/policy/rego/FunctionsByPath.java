package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which function defines the document at a path. Filled while a program is read, not changed afterwards. */
final class FunctionsByPath {

    private final Map<List<String>, Integer> indexes = new HashMap<>();

    void add(List<String> path, int function) {
        indexes.put(path, function);
    }

    /** The index of the function, or -1. */
    int at(List<String> path) {
        return indexes.getOrDefault(path, -1);
    }

    /** The functions whose path agrees with this one, where null stands for a name that is not known yet. */
    List<Integer> matching(List<@Nullable RegoValue> names) {
        return indexes.entrySet().stream()
                .filter(entry -> agree(entry.getKey(), names))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static boolean agree(List<String> path, List<@Nullable RegoValue> names) {
        boolean agree = path.size() == names.size();
        for (int i = 0; agree && i < path.size(); i++) {
            agree = names.get(i) == null || RegoString.of(path.get(i)).equals(names.get(i));
        }
        return agree;
    }
}

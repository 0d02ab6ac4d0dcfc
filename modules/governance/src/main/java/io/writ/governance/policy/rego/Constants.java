package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoNumber;
import io.writ.governance.policy.rego.value.RegoObject;
import io.writ.governance.policy.rego.value.RegoValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Locals whose value is known before anything runs: constants of the plan, and what is found in the data under constant
 * keys. Only what was certainly assigned is known, so leaving a block forgets what was learnt or changed in it.
 */
final class Constants {

    /** What is known outside of the block that is being read, and which locals were assigned there. */
    record Outside(Map<Integer, RegoValue> known, Set<Integer> assigned) {}

    private Map<Integer, RegoValue> known = new HashMap<>();
    private Set<Integer> assigned = new HashSet<>();

    @Nullable
    RegoValue of(Operand operand) {
        return switch (operand) {
            case Operand.Local(int local) -> known.get(local);
            case Operand.Constant(RegoValue value) -> value;
        };
    }

    /** The operand as a constant, if it is one. */
    Operand folded(Operand operand) {
        RegoValue value = of(operand);
        return value == null ? operand : new Operand.Constant(value);
    }

    void assign(int local, @Nullable RegoValue value) {
        assigned.add(local);
        if (value == null) {
            known.remove(local);
        } else {
            known.put(local, value);
        }
    }

    Outside enter() {
        Outside outside = new Outside(known, assigned);
        known = new HashMap<>(known);
        assigned = new HashSet<>();
        return outside;
    }

    void leave(Outside outside) {
        Set<Integer> inside = assigned;
        known = outside.known();
        known.keySet().removeAll(inside);
        assigned = outside.assigned();
        assigned.addAll(inside);
    }

    void restart() {
        known = new HashMap<>();
        assigned = new HashSet<>();
    }

    /** What a constant has under a constant key, or null. */
    static @Nullable RegoValue found(@Nullable RegoValue source, @Nullable RegoValue key) {
        if (source instanceof RegoObject object && key != null) {
            return object.member(key);
        }
        if (source instanceof RegoArray array && key instanceof RegoNumber number) {
            int index = number.intValue().orElse(-1);
            return index >= 0 && index < array.size() ? array.element(index) : null;
        }
        return null;
    }
}

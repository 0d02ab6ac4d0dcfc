package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.RegoValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operands of a call, in order. */
final class Operands {

    private final Operand[] operands;

    Operands(List<Operand> operands) {
        this.operands = operands.toArray(Operand[]::new);
    }

    int size() {
        return operands.length;
    }

    List<Operand> list() {
        return List.of(operands);
    }

    /** The value of one; null when undefined. */
    @Nullable
    RegoValue read(int position, Frame frame) {
        return operands[position].read(frame);
    }

    /** The values; null where undefined. */
    @Nullable
    RegoValue[] read(Frame frame) {
        @Nullable RegoValue[] values = new @Nullable RegoValue[operands.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = operands[i].read(frame);
        }
        return values;
    }

    /** The values, or null when one is undefined. */
    RegoValue @Nullable [] readDefined(Frame frame) {
        RegoValue[] values = new RegoValue[operands.length];
        for (int i = 0; i < values.length; i++) {
            RegoValue value = operands[i].read(frame);
            if (value == null) {
                return null;
            }
            values[i] = value;
        }
        return values;
    }
}

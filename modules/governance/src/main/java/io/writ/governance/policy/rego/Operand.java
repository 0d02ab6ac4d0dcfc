package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.RegoValue;
import org.jspecify.annotations.Nullable;

/** What a statement reads. */
sealed interface Operand {

    /** Null when undefined. */
    @Nullable
    RegoValue read(Frame frame);

    /** A local variable. */
    record Local(int index) implements Operand {
        @Override
        public @Nullable RegoValue read(Frame frame) {
            return frame.read(index);
        }
    }

    /** A string or a boolean of the plan itself. */
    record Constant(RegoValue value) implements Operand {
        @Override
        public RegoValue read(Frame frame) {
            return value;
        }
    }
}

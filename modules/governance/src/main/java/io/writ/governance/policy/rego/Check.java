package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoObject;
import io.writ.governance.policy.rego.value.RegoSet;
import io.writ.governance.policy.rego.value.RegoValue;

/** Statements that only say whether to go on. */
sealed interface Check extends Statement {

    boolean holds(Frame frame);

    @Override
    default int run(Frame frame) {
        return holds(frame) ? Signal.NEXT : Signal.UNDEFINED;
    }

    /** {@code EqualStmt}; what is undefined equals nothing. */
    record Equal(Operand left, Operand right) implements Check {
        @Override
        public boolean holds(Frame frame) {
            RegoValue first = left.read(frame);
            RegoValue second = right.read(frame);
            return first != null && second != null && first.equals(second);
        }
    }

    /** {@code NotEqualStmt}; what is undefined differs from nothing either. */
    record NotEqual(Operand left, Operand right) implements Check {
        @Override
        public boolean holds(Frame frame) {
            RegoValue first = left.read(frame);
            RegoValue second = right.read(frame);
            return first != null && second != null && !first.equals(second);
        }
    }

    /** {@code IsArrayStmt}. */
    record IsArray(Operand source) implements Check {
        @Override
        public boolean holds(Frame frame) {
            return source.read(frame) instanceof RegoArray;
        }
    }

    /** {@code IsObjectStmt}. */
    record IsObject(Operand source) implements Check {
        @Override
        public boolean holds(Frame frame) {
            return source.read(frame) instanceof RegoObject;
        }
    }

    /** {@code IsSetStmt}. */
    record IsSet(Operand source) implements Check {
        @Override
        public boolean holds(Frame frame) {
            return source.read(frame) instanceof RegoSet;
        }
    }

    /** {@code IsDefinedStmt}. */
    record IsDefined(int source) implements Check {
        @Override
        public boolean holds(Frame frame) {
            return frame.slot(source) != null;
        }
    }

    /** {@code IsUndefinedStmt}. */
    record IsUndefined(int source) implements Check {
        @Override
        public boolean holds(Frame frame) {
            return frame.slot(source) == null;
        }
    }
}

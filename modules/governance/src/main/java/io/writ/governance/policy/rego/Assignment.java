package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.RegoValue;

/** Statements that give a local a value that exists already. */
sealed interface Assignment extends Statement {

    /** {@code AssignVarStmt}; copies "undefined" as well, which is how a missing input is set aside. */
    record Assign(Operand source, int target) implements Assignment {
        @Override
        public int run(Frame frame) {
            frame.assign(target, source.read(frame));
            return Signal.NEXT;
        }
    }

    /** {@code AssignVarOnceStmt}: two rules may define one document only if they agree. */
    record AssignOnce(Operand source, int target, Location location) implements Assignment {
        @Override
        public int run(Frame frame) {
            RegoValue value = source.read(frame);
            if (value == null) {
                return Signal.UNDEFINED;
            }
            RegoValue present = frame.read(target);
            if (present != null && !present.equals(value)) {
                throw location.conflict();
            }
            frame.assign(target, value);
            return Signal.NEXT;
        }
    }

    /** {@code AssignIntStmt}, {@code MakeNumberIntStmt}, {@code MakeNumberRefStmt} and {@code MakeNullStmt}. */
    record AssignConstant(RegoValue value, int target) implements Assignment {
        @Override
        public int run(Frame frame) {
            frame.assign(target, value);
            return Signal.NEXT;
        }
    }

    /** {@code ResetLocalStmt}: the local is undefined again. */
    record Reset(int target) implements Assignment {
        @Override
        public int run(Frame frame) {
            frame.assign(target, null);
            return Signal.NEXT;
        }
    }
}

package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.ArrayBuilder;
import io.writ.governance.policy.rego.value.ObjectBuilder;
import io.writ.governance.policy.rego.value.SetBuilder;

/** Statements that start an empty collection. */
sealed interface Construction extends Statement {

    int target();

    /** {@code MakeArrayStmt}. */
    record MakeArray(int target) implements Construction {
        @Override
        public int run(Frame frame) {
            frame.assign(target, new ArrayBuilder());
            return Signal.NEXT;
        }
    }

    /** {@code MakeObjectStmt}. */
    record MakeObject(int target) implements Construction {
        @Override
        public int run(Frame frame) {
            frame.assign(target, new ObjectBuilder());
            return Signal.NEXT;
        }
    }

    /** {@code MakeSetStmt}. */
    record MakeSet(int target) implements Construction {
        @Override
        public int run(Frame frame) {
            frame.assign(target, new SetBuilder());
            return Signal.NEXT;
        }
    }
}

package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.ArrayBuilder;
import io.writ.governance.policy.rego.value.ObjectBuilder;
import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoObject;
import io.writ.governance.policy.rego.value.RegoSet;
import io.writ.governance.policy.rego.value.SetBuilder;

/**
 * The collection of a local, ready to grow. One that was read in between is copied, and the copy is charged for, so
 * that a rule which reads and extends in turns cannot cost a square for the price of a line.
 */
final class Thawed {

    /** Copying is a block move: so many elements count for one step. */
    private static final int COPIED_PER_STEP = 16;

    private Thawed() {}

    static ArrayBuilder array(Frame frame, int local) {
        return switch (frame.slot(local)) {
            case ArrayBuilder growing -> growing;
            case RegoArray frozen -> {
                frame.run().charge(frozen.size() / COPIED_PER_STEP);
                ArrayBuilder growing = new ArrayBuilder(frozen);
                frame.assign(local, growing);
                yield growing;
            }
            case null, default -> throw notA("an array");
        };
    }

    static SetBuilder set(Frame frame, int local) {
        return switch (frame.slot(local)) {
            case SetBuilder growing -> growing;
            case RegoSet frozen -> {
                frame.run().charge(frozen.size() / COPIED_PER_STEP);
                SetBuilder growing = new SetBuilder(frozen);
                frame.assign(local, growing);
                yield growing;
            }
            case null, default -> throw notA("a set");
        };
    }

    static ObjectBuilder object(Frame frame, int local) {
        return switch (frame.slot(local)) {
            case ObjectBuilder growing -> growing;
            case RegoObject frozen -> {
                frame.run().charge(frozen.size() / COPIED_PER_STEP);
                ObjectBuilder growing = frozen.builder();
                frame.assign(local, growing);
                yield growing;
            }
            case null, default -> throw notA("an object");
        };
    }

    private static Halted notA(String collection) {
        return new Halted(new Evaluation.BuiltinError("plan", "a statement adds to what is not " + collection));
    }
}

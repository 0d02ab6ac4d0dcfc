package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.Growing;
import io.writ.governance.policy.rego.value.RegoValue;
import io.writ.governance.policy.rego.value.Slot;
import org.jspecify.annotations.Nullable;

/** The local variables of one call. */
final class Frame {

    private final Run run;
    private final @Nullable Slot[] locals;
    private @Nullable RegoValue returned;
    private boolean yielded;

    Frame(Run run, int size) {
        this.run = run;
        this.locals = new @Nullable Slot[size];
    }

    Run run() {
        return run;
    }

    /** The value of a local, frozen; null when undefined. */
    @Nullable
    RegoValue read(int local) {
        Slot slot = locals[local];
        if (slot instanceof Growing growing) {
            RegoValue frozen = growing.frozen();
            locals[local] = frozen;
            return frozen;
        }
        return (RegoValue) slot;
    }

    /** What a local holds, still growing if it is. */
    @Nullable
    Slot slot(int local) {
        return locals[local];
    }

    void assign(int local, @Nullable Slot value) {
        locals[local] = value;
    }

    /** Ends the function with the value of a local. */
    void give(int local) {
        returned = read(local);
    }

    @Nullable
    RegoValue returned() {
        return returned;
    }

    /** A rule body begins, and has given no value yet. */
    void beginBody() {
        yielded = false;
    }

    /** The rule body that runs gives a value. */
    void yieldValue() {
        yielded = true;
    }

    boolean hasYielded() {
        return yielded;
    }
}

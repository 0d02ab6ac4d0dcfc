package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.RegoValue;
import org.jspecify.annotations.Nullable;

/** A pure function of its operands. */
@FunctionalInterface
public interface Builtin {

    /**
     * Null when undefined.
     *
     * @throws BuiltinException when the operands are none it accepts
     */
    @Nullable
    RegoValue value(BuiltinCall call);
}

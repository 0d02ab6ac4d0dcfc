package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.RegoValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule or a function of the policy.
 *
 * @param parameters locals that receive the arguments: input, data, then those of the function itself
 * @param frameSize how many locals a call needs
 */
record PlanFunction(String name, int index, List<Integer> parameters, Blocks body, int frameSize) {

    PlanFunction {
        parameters = List.copyOf(parameters);
    }

    /** A rule has one value per input and data, so that is computed once. */
    boolean isMemoised() {
        return parameters.size() == 2;
    }

    @Nullable
    RegoValue call(Run run, @Nullable RegoValue... arguments) {
        Frame frame = new Frame(run, frameSize);
        for (int i = 0; i < arguments.length; i++) {
            frame.assign(parameters.get(i), arguments[i]);
        }
        int unusedSignal = body.run(frame);
        return frame.returned();
    }
}

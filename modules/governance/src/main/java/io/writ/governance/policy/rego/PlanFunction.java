package io.writ.governance.policy.rego;

import java.util.List;

/**
 * A rule or a function of the policy.
 *
 * @param parameters locals that receive the arguments: input, data, then those of the function itself
 * @param result local that receives the value
 * @param frameSize how many locals a call needs
 */
record PlanFunction(String name, List<Integer> parameters, int result, Blocks body, int frameSize) {

    /** Input and data. */
    static final int DOCUMENTS = 2;

    PlanFunction {
        parameters = List.copyOf(parameters);
    }

    /** A rule has one value per input and data, so that is computed once. */
    boolean isMemoised() {
        return parameters.size() == DOCUMENTS;
    }

    /** The path of the rule, for instance {@code writ.authz.decision}; the name says before it which generation. */
    String rule() {
        return name.replaceFirst("^g[0-9]+\\.data\\.", "");
    }

    int parameter(int position) {
        return parameters.get(position);
    }

    PlanFunction with(Blocks otherBody) {
        return new PlanFunction(name, parameters, result, otherBody, frameSize);
    }
}

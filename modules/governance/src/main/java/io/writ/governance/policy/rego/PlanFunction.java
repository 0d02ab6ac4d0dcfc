package io.writ.governance.policy.rego;

import java.util.Arrays;
import java.util.List;

/** A rule or a function of the policy. A class and no record, so that its parameters are plain numbers. */
final class PlanFunction {

    /** Input and data. */
    static final int DOCUMENTS = 2;

    private final String name;
    private final int[] parameters;
    private final int result;
    private final Blocks body;
    private final int frameSize;

    /**
     * A function.
     *
     * @param parameters locals that receive the arguments: input, data, then those of the function itself
     * @param result local that receives the value
     * @param frameSize how many locals a call needs
     */
    PlanFunction(String name, List<Integer> parameters, int result, Blocks body, int frameSize) {
        this.name = name;
        this.parameters = parameters.stream().mapToInt(Integer::intValue).toArray();
        this.result = result;
        this.body = body;
        this.frameSize = frameSize;
    }

    /** A rule has one value per input and data, so that is computed once. */
    boolean isMemoised() {
        return parameters.length == DOCUMENTS;
    }

    /** The path of the rule, for instance {@code writ.authz.decision}; the name says before it which generation. */
    String rule() {
        return name.replaceFirst("^g[0-9]+\\.data\\.", "");
    }

    List<Integer> parameters() {
        return Arrays.stream(parameters).boxed().toList();
    }

    int parameter(int position) {
        return parameters[position];
    }

    int result() {
        return result;
    }

    Blocks body() {
        return body;
    }

    int frameSize() {
        return frameSize;
    }

    PlanFunction with(Blocks otherBody) {
        return new PlanFunction(name, parameters(), result, otherBody, frameSize);
    }
}

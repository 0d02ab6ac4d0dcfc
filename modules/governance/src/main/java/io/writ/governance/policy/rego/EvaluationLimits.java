package io.writ.governance.policy.rego;

import java.time.Duration;

/**
 * How much one evaluation may take.
 *
 * @param stepsMax statements executed, plus what builtins charge for large operands
 * @param collectionSizeMax elements of any one array, set or object the policy builds; characters of a built string
 * @param time wall clock from the start of the evaluation
 */
public record EvaluationLimits(int stepsMax, int collectionSizeMax, Duration time) {

    /**
     * A decision of the shipped policy takes some hundred steps and some ten microseconds. This leaves three orders of
     * magnitude for larger policies and still ends a runaway one before a caller notices.
     */
    public static final EvaluationLimits STANDARD = new EvaluationLimits(200_000, 100_000, Duration.ofMillis(50));

    public EvaluationLimits {
        if (stepsMax <= 0 || collectionSizeMax <= 0 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("every limit of an evaluation is positive");
        }
    }
}

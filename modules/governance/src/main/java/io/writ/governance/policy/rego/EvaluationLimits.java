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
     * A decision of the shipped policy takes some thousand steps and some ten microseconds. The steps decide, since
     * they are the same on every machine; the time is for what steps do not count, and long enough that a cold start,
     * a pause of the collector or a machine with more callers than processors does not turn into a denial.
     */
    public static final EvaluationLimits STANDARD = new EvaluationLimits(200_000, 100_000, Duration.ofSeconds(1));

    public EvaluationLimits {
        if (stepsMax <= 0 || collectionSizeMax <= 0 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("every limit of an evaluation is positive");
        }
    }
}

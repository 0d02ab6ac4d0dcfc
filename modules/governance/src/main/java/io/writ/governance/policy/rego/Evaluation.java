package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.RegoValue;

/** How an evaluation ended. Everything but {@link Defined} has to be taken for a refusal. */
public sealed interface Evaluation {

    /** The entry point has this value. */
    record Defined(RegoValue value) implements Evaluation {}

    /** The entry point has no value for this input. */
    record Undefined() implements Evaluation {}

    /** The plan yielded more than one result, which no rule of one document may do. */
    record SeveralResults(int count) implements Evaluation {}

    /** Two rules gave one document, or one key of an object, different values; {@code where} is file and row. */
    record Conflict(String where) implements Evaluation {}

    /** A builtin refused its operands. Strict: never taken for undefined. */
    record BuiltinError(String builtin, String message) implements Evaluation {}

    /** The evaluation would have taken more than it may. */
    record BudgetExceeded(Budget budget) implements Evaluation {}

    /** What ran out. */
    enum Budget {
        STEPS,
        TIME,
        COLLECTION_SIZE,
        DEPTH
    }
}

package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.builtin.Meter;
import io.writ.governance.policy.rego.builtin.Patterns;
import io.writ.governance.policy.rego.value.RegoValue;
import io.writ.governance.policy.rego.value.SetBuilder;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Everything that changes during one evaluation, and what it has left of its budget. */
final class Run implements Meter {

    /** The clock is looked at once in so many steps; some microseconds pass in between. */
    private static final int STEPS_BETWEEN_CLOCK_READINGS = 512;

    private final Program program;
    private final EvaluationLimits limits;
    private final LongSupplier nanoTime;
    private final long deadline;
    private final SetBuilder results = new SetBuilder();
    private Memo memo;
    private int stepsLeft;

    Run(Program program, EvaluationLimits limits, LongSupplier nanoTime) {
        this.program = program;
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.deadline = nanoTime.getAsLong() + limits.time().toNanos();
        this.memo = new Memo(program.functionCount(), null);
        this.stepsLeft = limits.stepsMax();
    }

    void step() {
        stepsLeft--;
        if (stepsLeft < 0) {
            throw exceeded(Evaluation.Budget.STEPS);
        }
        if (stepsLeft % STEPS_BETWEEN_CLOCK_READINGS == 0) {
            checkTime();
        }
    }

    @Override
    public void charge(long steps) {
        if (steps > stepsLeft) {
            throw exceeded(Evaluation.Budget.STEPS);
        }
        long before = stepsLeft / STEPS_BETWEEN_CLOCK_READINGS;
        stepsLeft -= (int) steps;
        if (before != stepsLeft / STEPS_BETWEEN_CLOCK_READINGS) {
            checkTime();
        }
    }

    @Override
    public void admit(long size) {
        if (size > limits.collectionSizeMax()) {
            throw exceeded(Evaluation.Budget.COLLECTION_SIZE);
        }
    }

    @Override
    public Patterns patterns() {
        return program.patterns();
    }

    private void checkTime() {
        if (nanoTime.getAsLong() - deadline > 0) {
            throw exceeded(Evaluation.Budget.TIME);
        }
    }

    private static Halted exceeded(Evaluation.Budget budget) {
        return new Halted(new Evaluation.BudgetExceeded(budget));
    }

    /** Calls a function of the policy; a rule only once. */
    @Nullable
    RegoValue call(int index, @Nullable RegoValue... arguments) {
        PlanFunction function = program.function(index);
        if (!function.isMemoised()) {
            return function.call(this, arguments);
        }
        Memo current = memo;
        if (current.knows(index)) {
            return current.value(index);
        }
        RegoValue value = function.call(this, arguments);
        current.keep(index, value);
        return value;
    }

    /** The function that defines the document at a path, or -1. */
    int functionAt(List<String> path) {
        return program.functionAt(path);
    }

    /** From here on rules are evaluated anew, because input, data or a function is another. */
    void openScope() {
        memo = new Memo(program.functionCount(), memo);
    }

    void closeScope() {
        Memo outer = memo.outer();
        if (outer != null) {
            memo = outer;
        }
    }

    void addResult(RegoValue value) {
        results.add(value);
    }

    SetBuilder results() {
        return results;
    }
}

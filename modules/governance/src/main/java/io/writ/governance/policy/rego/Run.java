package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.builtin.Meter;
import io.writ.governance.policy.rego.builtin.Patterns;
import io.writ.governance.policy.rego.value.RegoValue;
import io.writ.governance.policy.rego.value.SetBuilder;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Everything that changes during one evaluation, and what it has left of its budget. */
final class Run implements Meter {

    /** The clock is looked at once in so many steps, a power of two; some microseconds pass in between. */
    private static final int STEPS_BETWEEN_CLOCK_READINGS = 512;

    private final Program program;
    private final EvaluationLimits limits;
    private final LongSupplier nanoTime;
    private final long deadline;
    private final @Nullable TraceLog log;
    private final SetBuilder results = new SetBuilder();
    private Memo memo;
    private int stepsLeft;

    Run(Program program, EvaluationLimits limits, LongSupplier nanoTime, @Nullable TraceLog log) {
        this.program = program;
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.log = log;
        this.deadline = nanoTime.getAsLong() + limits.time().toNanos();
        this.memo = new Memo(program.functionCount(), null);
        this.stepsLeft = limits.stepsMax();
    }

    void step() {
        int left = --stepsLeft;
        if ((left & (STEPS_BETWEEN_CLOCK_READINGS - 1)) == 0 || left < 0) {
            checkBudget();
        }
    }

    @Override
    public void charge(long steps) {
        if (steps > stepsLeft) {
            throw exceeded(Evaluation.Budget.STEPS);
        }
        int before = stepsLeft / STEPS_BETWEEN_CLOCK_READINGS;
        stepsLeft -= (int) steps;
        if (before != stepsLeft / STEPS_BETWEEN_CLOCK_READINGS) {
            checkBudget();
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

    private void checkBudget() {
        if (stepsLeft < 0) {
            throw exceeded(Evaluation.Budget.STEPS);
        }
        if (nanoTime.getAsLong() - deadline > 0) {
            throw exceeded(Evaluation.Budget.TIME);
        }
    }

    private static Halted exceeded(Evaluation.Budget budget) {
        return new Halted(new Evaluation.BudgetExceeded(budget));
    }

    /** Calls a function of the policy; a rule only once. */
    @Nullable
    RegoValue call(int index, Frame caller, Operands arguments) {
        PlanFunction function = program.function(index);
        return function.isMemoised() ? rule(index, function, caller, arguments) : invoked(function, caller, arguments);
    }

    private @Nullable RegoValue rule(int index, PlanFunction rule, Frame caller, Operands arguments) {
        Memo current = memo;
        if (!current.knows(index)) {
            int position = log == null ? 0 : log.position();
            RegoValue value = body(rule, caller, arguments);
            current.keep(index, value);
            if (log != null && log.position() > position) {
                current.keepSlice(index, log.slice(position));
            }
        }
        RegoValue value = current.value(index);
        if (log != null && value != null && current.slice(index) != 0) {
            log.write(current.slice(index));
        }
        return value;
    }

    private @Nullable RegoValue invoked(PlanFunction function, Frame caller, Operands arguments) {
        int position = log == null ? 0 : log.position();
        RegoValue value = body(function, caller, arguments);
        if (log != null && value == null) {
            log.backTo(position);
        }
        return value;
    }

    /** Undefined as well when an argument is; only input and data may be missing. */
    private @Nullable RegoValue body(PlanFunction function, Frame caller, Operands arguments) {
        Frame frame = new Frame(this, function.frameSize());
        for (int i = 0; i < arguments.size(); i++) {
            RegoValue argument = arguments.read(i, caller);
            if (argument == null && i >= PlanFunction.DOCUMENTS) {
                return null;
            }
            frame.assign(function.parameter(i), argument);
        }
        int unusedSignal = function.body().run(frame);
        return frame.returned();
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

    /** Where a traced program notes what it does. */
    TraceLog log() {
        return Objects.requireNonNull(log, "only a traced program has statements that ask for the log");
    }
}

package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.RegoObject;
import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import io.writ.governance.policy.rego.value.SetBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A compiled policy with its data: immutable, for any number of threads at once. */
public final class RegoPlan {

    /** The local that holds the input document, by definition of the format. */
    static final int INPUT = 0;

    /** The local that holds the data document. */
    static final int DATA = 1;

    /** The member of a result that holds the value of the entry point. */
    private static final RegoString RESULT = RegoString.of("result");

    private final Program program;
    private final Program traced;
    private final RegoValue data;
    private final LongSupplier nanoTime;

    RegoPlan(PlanCompiler plan, RegoValue data, LongSupplier nanoTime) {
        this.program = plan.program(data, false);
        this.traced = plan.program(data, true);
        this.data = data;
        this.nanoTime = nanoTime;
    }

    /**
     * Compiles the plan of {@code opa build -t plan}.
     *
     * @param entrypoints those the caller will ask for; a plan without one of them is refused
     * @throws RegoPlanException when the plan cannot be read, or needs what this evaluator lacks
     */
    public static RegoPlan load(byte[] planJson, JsonObject data, String... entrypoints) {
        RegoPlan plan = compiled(planJson, data);
        for (String entrypoint : entrypoints) {
            if (!plan.entrypoints().contains(entrypoint)) {
                throw new RegoPlanException("the plan has no entry point " + entrypoint + ", only "
                        + plan.entrypoints().stream().sorted().toList() + "; build it with -e " + entrypoint);
            }
        }
        return plan;
    }

    /** A plan may be anybody's bytes: whatever goes wrong over them is a plan that cannot be run, and nothing worse. */
    private static RegoPlan compiled(byte[] planJson, JsonObject data) {
        try {
            return new RegoPlan(PlanCompiler.read(planJson), RegoValue.of(data), System::nanoTime);
        } catch (RegoPlanException refused) {
            throw refused;
        } catch (StackOverflowError tooDeep) {
            throw new RegoPlanException("the plan nests blocks, calls or data too deeply to be compiled", tooDeep);
        } catch (RuntimeException unforeseen) {
            throw new RegoPlanException("the plan is not one that opa build -t plan writes; rebuild it", unforeseen);
        }
    }

    /** Names of what can be asked for, for instance {@code writ/authz/decision}. */
    public Set<String> entrypoints() {
        return program.entrypoints();
    }

    /**
     * Evaluates one entry point. Never throws for reasons of policy or input.
     *
     * @throws IllegalArgumentException when the plan has no such entry point
     */
    public Evaluation evaluate(String entrypoint, RegoValue input, EvaluationLimits limits) {
        return evaluateOptional(entrypoint, input, limits);
    }

    /** As {@link #evaluate}, where null stands for an undefined input. */
    Evaluation evaluateOptional(String entrypoint, @Nullable RegoValue input, EvaluationLimits limits) {
        return evaluate(entry(program, entrypoint), input, new Run(program, limits, nanoTime, null));
    }

    /**
     * Evaluates one entry point and says which rules had a part in it, however it ended.
     *
     * @throws IllegalArgumentException when the plan has no such entry point
     */
    public TracedEvaluation trace(String entrypoint, RegoValue input, EvaluationLimits limits) {
        return traceOptional(entrypoint, input, limits);
    }

    /** As {@link #trace}, where null stands for an undefined input. */
    TracedEvaluation traceOptional(String entrypoint, @Nullable RegoValue input, EvaluationLimits limits) {
        TraceLog log = new TraceLog(traced.bodyCount());
        Evaluation evaluation = evaluate(entry(traced, entrypoint), input, new Run(traced, limits, nanoTime, log));
        boolean[] contributors =
                evaluation instanceof Evaluation.Defined ? log.contributors() : new boolean[traced.bodyCount()];
        List<RuleTrace> rules = new ArrayList<>();
        for (int i = 0; i < Math.min(log.entered(), TracedEvaluation.RULES_MAX); i++) {
            int body = log.body(i);
            rules.add(traced.body(body).result(log.state(body), contributors[body]));
        }
        return new TracedEvaluation(evaluation, rules, log.entered() > TracedEvaluation.RULES_MAX);
    }

    private static Program.Entry entry(Program program, String entrypoint) {
        Program.Entry entry = program.entry(entrypoint);
        if (entry == null) {
            throw new IllegalArgumentException("the plan has no entry point " + entrypoint);
        }
        return entry;
    }

    private Evaluation evaluate(Program.Entry entry, @Nullable RegoValue input, Run run) {
        try {
            Frame frame = new Frame(run, entry.frameSize());
            frame.assign(INPUT, input);
            frame.assign(DATA, data);
            int unusedSignal = entry.body().run(frame);
            return outcome(run.results());
        } catch (Halted halted) {
            return halted.outcome();
        } catch (StackOverflowError tooDeep) {
            return new Evaluation.BudgetExceeded(Evaluation.Budget.DEPTH);
        }
    }

    private static Evaluation outcome(SetBuilder results) {
        if (results.size() == 0) {
            return new Evaluation.Undefined();
        }
        if (results.size() > 1) {
            return new Evaluation.SeveralResults(results.size());
        }
        RegoValue only = results.frozen().element(0);
        RegoValue value = only instanceof RegoObject bindings ? bindings.member(RESULT) : null;
        return value == null ? new Evaluation.Undefined() : new Evaluation.Defined(value);
    }
}

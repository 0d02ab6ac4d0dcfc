package io.writ.governance.policy.rego;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.policy.rego.value.RegoValue;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An evaluation that is traced ends as one that is not, for every rule, for any input and at any budget. */
class TraceAgreementTest {

    private static final RegoPlan PLAN = Plans.plan();

    /** Members that the policies look for, with values that suit them and values that do not. */
    private static final List<String> NAMES = List.of(
            "level", "roles", "pair", "word", "action", "items", "subject", "fields", "key", "table", "a", "b",
            "pairs");

    private static final List<String> VALUES = List.of(
            "3",
            "'read'",
            "true",
            "null",
            "['a','b']",
            "['reader','banned']",
            "{'k':1}",
            "{'id':'ann','roles':['x']}",
            "[{'name':'x','group':'g','size':1},{'name':'y','owner':'ann','public':true}]",
            "'k'",
            "9.5");

    static Stream<String> entrypoints() {
        return PLAN.entrypoints().stream().sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entrypoints")
    void anyInputIsAnsweredTheSame(String entrypoint) {
        Random random = new Random(20_261_120L);
        for (int i = 0; i < 150; i++) {
            agree(entrypoint, input(random), new EvaluationLimits(3_000, 5_000, Duration.ofMinutes(1)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entrypoints")
    void anyBudgetEndsBothAtTheSamePlace(String entrypoint) {
        Random random = new Random(20_261_121L);
        for (int steps = 1; steps < 200; steps++) {
            agree(entrypoint, input(random), new EvaluationLimits(steps, 5_000, Duration.ofMinutes(1)));
        }
    }

    private static void agree(String entrypoint, RegoValue input, EvaluationLimits limits) {
        TracedEvaluation traced = PLAN.trace(entrypoint, input, limits);

        assertThat(traced.evaluation()).isEqualTo(PLAN.evaluate(entrypoint, input, limits));
        assertThat(traced.rules()).allMatch(rule -> rule.matched() || !rule.contributed());
        assertThat(traced.rules()).doesNotHaveDuplicates();
        if (!(traced.evaluation() instanceof Evaluation.Defined)) {
            assertThat(traced.rules()).noneMatch(RuleTrace::contributed);
        }
    }

    private static RegoValue input(Random random) {
        StringBuilder json = new StringBuilder("{");
        for (String name : NAMES) {
            if (random.nextInt(3) > 0) {
                json.append(json.length() > 1 ? "," : "")
                        .append("'%s':%s".formatted(name, VALUES.get(random.nextInt(VALUES.size()))));
            }
        }
        return Plans.value(json + "}");
    }
}

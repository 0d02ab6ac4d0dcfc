package io.writ.governance.policy.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong in a policy is an outcome with a name, never a yes and never an exception. */
class FaultsTest {

    private static Evaluation fault(String rule, String input) {
        return Plans.evaluate("faults/" + rule, input);
    }

    @Test
    void twoValuesForOneDocumentAreAConflict() {
        assertThat(fault("two_values", "{'a': true, 'b': true}"))
                .isInstanceOfSatisfying(
                        Evaluation.Conflict.class,
                        conflict -> assertThat(conflict.where()).contains("faults.rego:"));
    }

    @Test
    void twoValuesForOneKeyAreAConflict() {
        assertThat(fault("two_members", "{'pairs': {'a': 'k', 'b': 'k'}}")).isInstanceOf(Evaluation.Conflict.class);
    }

    @Test
    void aBuiltinThatRefusesItsOperandsEndsTheEvaluation() {
        assertThat(fault("no_number", "{'text': 'one'}"))
                .isEqualTo(new Evaluation.BuiltinError("plus", "operand 1 must be number but got string"));
    }

    @Test
    void aPolicyThatDoesNotEndRunsOutOfSteps() {
        EvaluationLimits limits = new EvaluationLimits(200_000, 100_000, Duration.ofMinutes(1));

        assertThat(Plans.plan().evaluate("faults/never_ends", Plans.value("{}"), limits))
                .isEqualTo(new Evaluation.BudgetExceeded(Evaluation.Budget.STEPS));
    }

    @Test
    void aPolicyThatDoesNotEndRunsOutOfTime() {
        EvaluationLimits limits = new EvaluationLimits(Integer.MAX_VALUE, 100_000, Duration.ofMillis(20));

        assertThat(Plans.plan().evaluate("faults/never_ends", Plans.value("{}"), limits))
                .isEqualTo(new Evaluation.BudgetExceeded(Evaluation.Budget.TIME));
    }

    @Test
    void theClockIsTheOneTheEvaluatorIsGiven() {
        AtomicLong nanos = new AtomicLong();
        RegoPlan plan = new RegoPlan(
                PlanCompiler.read(Plans.planJson()), Plans.value("{}"), () -> nanos.addAndGet(1_000_000_000L));

        assertThat(plan.evaluate("faults/never_ends", Plans.value("{}"), EvaluationLimits.STANDARD))
                .isEqualTo(new Evaluation.BudgetExceeded(Evaluation.Budget.TIME));
    }

    @Test
    void aCollectionThatGrowsTooLargeEndsTheEvaluation() {
        EvaluationLimits limits = new EvaluationLimits(1_000_000, 1_000, Duration.ofSeconds(5));

        assertThat(Plans.plan().evaluate("faults/grows", Plans.value("{}"), limits))
                .isEqualTo(new Evaluation.BudgetExceeded(Evaluation.Budget.COLLECTION_SIZE));
    }

    @Test
    void aStringIsAboveEveryNumberAsRegoHasItSoPoliciesHaveToGuard() {
        assertThat(fault("permitted", "{'clearance': 'x'}")).isEqualTo(new Evaluation.Defined(Plans.value("true")));
    }

    @Test
    void whatIsNotInTheInputIsUndefined() {
        assertThat(fault("absent", "{'nobody': 3}")).isEqualTo(new Evaluation.Undefined());
    }

    @Test
    void severalResultsAreNotOne() {
        assertThat(HandmadePlan.evaluate(HandmadePlan.withTwoResults())).isEqualTo(new Evaluation.SeveralResults(2));
    }

    @Test
    void anEntryPointThatDoesNotExistIsAMistakeOfTheCaller() {
        assertThatIllegalArgumentException().isThrownBy(() -> fault("nothing", "{}"));
    }
}

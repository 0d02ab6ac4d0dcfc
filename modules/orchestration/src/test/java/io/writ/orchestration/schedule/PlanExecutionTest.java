package io.writ.orchestration.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Budget;
import io.writ.governance.OperatorCall;
import io.writ.governance.OperatorOutcome;
import io.writ.governance.RefusalReason;
import io.writ.orchestration.Answers;
import io.writ.orchestration.Fixtures;
import io.writ.orchestration.Units;
import io.writ.orchestration.plan.Planner;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PlanExecutionTest {

    private static final Answering WITH_UNITS =
            (part, findings) -> !findings.units().isEmpty();
    private static final String TWO_PARTS = "How many subscribers per city and what does the shipping policy say?";

    private final List<OperatorCall> calls = new CopyOnWriteArrayList<>();

    @Test
    void hitsOfASearchAreFetchedBestFirstAndNoMoreThanThree() {
        carryOut("What is our refund policy?", budget(10, 5), this::documents);

        assertThat(calls).extracting(OperatorCall::operator).startsWith("search");
        assertThat(calls.subList(1, calls.size()))
                .extracting(call -> call.params().getString("object_id"))
                .containsExactlyInAnyOrder("a.txt", "b.txt", "c.txt");
    }

    @Test
    void anAnsweredPartDoesNotTryItsOtherWay() {
        List<PartFindings> findings =
                carryOut("How many subscribers per city?", budget(10, 5), call -> Answers.units(figure()));

        assertThat(findings.getFirst().attempts()).hasSize(1);
        assertThat(calls).hasSize(1);
    }

    @Test
    void aFailedViewIsFollowedByALookIntoDocumentsAndTheFailureIsKept() {
        List<PartFindings> findings = carryOut(
                "How many subscribers per city?",
                budget(10, 5),
                call -> call.operator().equals("aggregate")
                        ? Answers.refused(RefusalReason.SOURCE_DOWN)
                        : Answers.hits());

        assertThat(calls).extracting(OperatorCall::operator).containsExactly("aggregate", "search");
        assertThat(findings.getFirst().attempts().getFirst().refusals())
                .extracting(refusal -> refusal.reason())
                .containsExactly(RefusalReason.SOURCE_DOWN);
    }

    @Test
    void onlyOneOtherWayIsTried() {
        carryOut("What is our refund policy?", budget(10, 5), call -> Answers.refused(RefusalReason.SOURCE_DOWN));

        assertThat(calls).hasSize(2);
    }

    @Test
    void aBudgetOfOneCallServesTheFirstPartAndTellsTheSecondWhy() {
        List<PartFindings> findings = carryOut(TWO_PARTS, budget(1, 5), this::documents);

        assertThat(calls).extracting(OperatorCall::operator).containsExactly("aggregate");
        assertThat(findings.get(1).attempts().getFirst().stops()).containsExactly(StopReason.BUDGET_CALLS);
    }

    @Test
    void aBudgetWithoutCallsMakesNone() {
        List<PartFindings> findings = carryOut(TWO_PARTS, budget(0, 5), this::documents);

        assertThat(calls).isEmpty();
        assertThat(findings)
                .allSatisfy(part ->
                        assertThat(part.attempts().getFirst().stops()).containsExactly(StopReason.BUDGET_CALLS));
    }

    @Test
    void stepsAreBoundedToo() {
        List<PartFindings> findings = carryOut(TWO_PARTS, budget(10, 1), this::documents);

        assertThat(findings.get(1).attempts().getFirst().stops()).containsExactly(StopReason.BUDGET_STEPS);
    }

    @Test
    void spentBytesStopTheNextWave() {
        Budget small = new Budget(10, 100, 10_000, 5, OptionalInt.of(4));
        List<PartFindings> findings = carryOut(
                "What is our refund policy?",
                small,
                call -> call.operator().equals("search") ? withBytes(Answers.hits("a.txt"), 100) : documents(call));

        assertThat(calls).extracting(OperatorCall::operator).containsExactly("search");
        assertThat(findings.getFirst().attempts().getFirst().stops()).containsExactly(StopReason.BUDGET_BYTES);
    }

    @Test
    void versionsAreListedForTheBestHitOnly() {
        List<PartFindings> findings =
                carryOut("history of the support policy", budget(10, 5), call -> switch (call.operator()) {
                    case "search" -> Answers.hits("a.txt", "b.txt");
                    case "list_versions" -> Answers.result("{'versions':[{'version_id':'v2'},{'version_id':'v1'}]}");
                    default -> documents(call);
                });

        assertThat(calls).hasSize(3);
        assertThat(findings.getFirst().attempts().getFirst().versions()).containsExactly("v2", "v1");
    }

    @Test
    void aWithheldSourceIsAskedAtTheGateway() {
        carryOut("Who is on the payroll?", budget(10, 5), call -> Answers.refused(RefusalReason.POLICY_DENIED));

        assertThat(calls).hasSize(1);
        assertThat(calls.getFirst().operator()).isEqualTo("fetch_rows");
        assertThat(calls.getFirst().params().getString("view_id")).isEqualTo("safe_payroll");
    }

    @Test
    void aWithheldCollectionIsAskedBySearchingInIt() {
        carryOut("What did the board decide?", budget(10, 5), call -> Answers.refused(RefusalReason.POLICY_DENIED));

        assertThat(calls.getFirst().operator()).isEqualTo("search");
        assertThat(calls.getFirst().params().getString("object_prefix")).isEqualTo("board");
    }

    @Test
    void aBrokenCallIsAStopReasonAndNotTheEndOfTheRun() {
        List<PartFindings> findings = carryOut(TWO_PARTS, budget(10, 5), call -> {
            if (call.operator().equals("aggregate")) {
                throw new IllegalStateException("broken");
            }
            return documents(call);
        });

        assertThat(findings.get(0).attempts().getFirst().stops()).containsExactly(StopReason.FAILED);
        assertThat(findings.get(1).attempts().getFirst().units()).isNotEmpty();
    }

    private OperatorOutcome documents(OperatorCall call) {
        return call.operator().equals("search")
                ? Answers.hits("a.txt", "b.txt", "c.txt", "d.txt")
                : Answers.units(Units.text("a.txt", "Some text."));
    }

    private static io.writ.evidence.EvidenceUnit figure() {
        return Units.figures("safe_subscribers", "{'rows':[]}");
    }

    private static OperatorOutcome withBytes(OperatorOutcome outcome, long bytes) {
        OperatorOutcome.Answered answered = (OperatorOutcome.Answered) outcome;
        return new OperatorOutcome.Answered(
                answered.mode(),
                answered.result(),
                answered.units(),
                answered.summary(),
                answered.decision(),
                new io.writ.governance.SpentView(1, bytes));
    }

    private static Budget budget(int calls, int steps) {
        return new Budget(calls, 1_000_000, 10_000, steps, OptionalInt.of(4));
    }

    private List<PartFindings> carryOut(
            String question, Budget budget, Function<OperatorCall, OperatorOutcome> gateway) {
        Allowance allowance = new Allowance(budget, Clock.systemUTC());
        Function<OperatorCall, OperatorOutcome> recording = call -> {
            calls.add(call);
            return gateway.apply(call);
        };
        return new PlanExecution(recording, allowance, Thread.ofVirtual().factory(), WITH_UNITS)
                .carryOut(new Planner(Fixtures.capabilities()).plan(question));
    }
}

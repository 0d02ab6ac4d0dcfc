package io.writ.governance.gateway;

import static io.writ.governance.gateway.Visit.answer;
import static io.writ.governance.gateway.Visit.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Label;
import io.writ.governance.OperatorOutcome;
import io.writ.governance.RefusalReason;
import io.writ.governance.SpentView;
import io.writ.governance.persistence.Samples;
import io.writ.governance.policy.PolicyAction;
import io.writ.governance.policy.PolicyRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpendingTest {

    private final Clock clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
    private final Desk desk = Desk.open(clock);

    @Test
    void aCallOverTheBudgetIsRefusedBeforeAnythingIsRead() {
        Visit visit = Visit.to(desk, Samples.budget(1, 0));
        visit.fetch();

        assertThat(refusal(visit.fetch()).reason()).isEqualTo(RefusalReason.BUDGET_EXCEEDED);
        assertThat(desk.sources.reads()).isEqualTo(1);
        assertThat(visit.recorded("budget_exceeded")).isEqualTo(1);
    }

    @Test
    void aResultThatDoesNotFitIsWithheldAndNotCharged() {
        Visit visit = Visit.to(desk, Samples.budget(10, 3_000));
        answer(visit.fetch());
        desk.sources.holds(Shelf.span("x".repeat(5_000)));

        assertThat(refusal(visit.fetch()).reason()).isEqualTo(RefusalReason.BUDGET_EXCEEDED);

        desk.sources.holds(Shelf.span("short"));
        assertThat(answer(visit.fetch()).spent().operatorCalls()).isEqualTo(2);
    }

    @Test
    void ofSixtyFourCallsAtOnceOnABudgetOfTenExactlyTenAreAnswered() throws Exception {
        Visit visit = Visit.to(desk, Samples.budget(10, 0));
        List<Visit> nodes = List.of(visit, visit.at(desk.sibling()));

        List<OperatorOutcome> outcomes =
                atOnce(64, number -> nodes.get(number % 2).fetch());

        assertThat(outcomes.stream().filter(OperatorOutcome.Answered.class::isInstance))
                .hasSize(10);
        assertThat(outcomes.stream()
                        .filter(OperatorOutcome.Refused.class::isInstance)
                        .map(refused -> refusal(refused).reason()))
                .containsOnly(RefusalReason.BUDGET_EXCEEDED);
        assertThat(visit.recorded("answered")).isEqualTo(10);
        assertThat(visit.recorded("budget_exceeded")).isEqualTo(54);
    }

    @Test
    void aCallIsDecidedAgainWhenTheLabelOfItsRunRoseMeanwhile() {
        Visit visit = Visit.to(desk);
        Visit elsewhere = visit.at(desk.sibling());
        elsewhere.call("fetch_span", "{}");
        answer(visit.fetch());

        assertThat(answer(elsewhere.fetch()).spent().operatorCalls()).isEqualTo(2);

        assertThat(desk.policy.asked(PolicyAction.OPERATOR_CALL))
                .extracting(PolicyRequest::runLabel)
                .containsExactly(Label.NONE, Label.NONE, Samples.INTERNAL);
    }

    @Test
    void aStaleLabelCostsOneRepetitionAndNoDoubleCharge() throws Exception {
        Visit visit = Visit.to(desk);

        List<OperatorOutcome> outcomes = atOnce(4, _ -> visit.fetch());

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(OperatorOutcome.Answered.class));
        assertThat(answer(visit.fetch()).spent())
                .extracting(SpentView::operatorCalls)
                .isEqualTo(5);
        assertThat(visit.recorded("answered")).isEqualTo(5);
    }

    @Test
    void nothingIsReleasedWhenTheLedgerIsDown() {
        Visit visit = Visit.to(desk);
        desk.lanes.goDown();

        assertThat(refusal(visit.fetch()).reason()).isEqualTo(RefusalReason.LEDGER_DOWN);
        assertThat(visit.recorded("answered")).isZero();
    }

    @Test
    void aRememberedSessionCostsNoRoundTripBeforeTheReadAndTwoForTheRecord() {
        Visit visit = Visit.to(desk);
        desk.sources.does(() -> {
            assertThat(desk.database.tripsSinceLastAsked())
                    .as("before the read")
                    .isZero();
            return Shelf.span("text");
        });
        desk.database.tripsSinceLastAsked();

        answer(visit.fetch());

        assertThat(desk.database.tripsSinceLastAsked()).as("to record").isEqualTo(2);
    }

    @Test
    void anUnknownSessionAndAnEmptyRateWindowTogetherCostOneRoundTripBeforeTheRead() {
        Desk node = Desk.limited(clock, 100);
        Visit visit = Visit.to(desk).at(node);
        node.sources.does(() -> {
            assertThat(node.database.tripsSinceLastAsked())
                    .as("before the read")
                    .isEqualTo(1);
            return Shelf.span("text");
        });

        answer(visit.fetch());

        assertThat(node.database.tripsSinceLastAsked()).as("to record").isEqualTo(2);
    }

    @Test
    void aRateIsSharedByNodesAndItsRefusalsAreRecordedOnce() {
        Desk first = Desk.limited(clock, 4);
        Desk second = Desk.limited(clock, 4);
        Visit visit = Visit.to(first);
        List<Visit> nodes = List.of(visit, visit.at(second));

        List<OperatorOutcome> outcomes = IntStream.range(0, 12)
                .mapToObj(number -> nodes.get(number % 2).fetch())
                .toList();

        assertThat(outcomes.stream().filter(OperatorOutcome.Answered.class::isInstance))
                .hasSize(4);
        assertThat(refusal(outcomes.getLast()).reason()).isEqualTo(RefusalReason.RATE_LIMITED);
        assertThat(refusal(outcomes.getLast()).retryAfter().orElseThrow()).isLessThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(visit.recorded("rate_limited")).as("once per node").isEqualTo(2);
    }

    private static <T> List<T> atOnce(int calls, IntFunction<T> call) throws InterruptedException {
        var numbers = new AtomicInteger();
        Callable<T> one = () -> call.apply(numbers.getAndIncrement());
        try (var threads = Executors.newFixedThreadPool(16)) {
            return threads.invokeAll(Collections.nCopies(calls, one)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}

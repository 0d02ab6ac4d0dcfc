package io.writ.governance.gateway;

import static io.writ.governance.gateway.Visit.answer;
import static io.writ.governance.gateway.Visit.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.EvidenceId;
import io.writ.evidence.Label;
import io.writ.evidence.Outcome;
import io.writ.governance.FinalizeOutcome;
import io.writ.governance.RefusalReason;
import io.writ.governance.persistence.Samples;
import io.writ.governance.policy.PolicyAction;
import io.writ.governance.policy.PolicyRequest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FinalizationsTest {

    private final Desk desk = Desk.open(Clock.fixed(Samples.NOW, ZoneOffset.UTC));
    private final Visit visit = Visit.to(desk);

    @Test
    void aClaimThatCitesWhatTheSessionWasShownIsFinalized() {
        EvidenceId shown = answer(visit.fetch()).units().getFirst().id();

        FinalizeOutcome outcome = visit.finish(shown);

        assertThat(outcome).isInstanceOfSatisfying(FinalizeOutcome.Finalized.class, finalized -> {
            assertThat(finalized.outcome()).isInstanceOf(Outcome.Supported.class);
            assertThat(finalized.responseText()).isEqualTo("the answer");
        });
        assertThat(visit.recorded("finalized")).isEqualTo(1);
        assertThat(desk.policy.asked(PolicyAction.FINALIZE))
                .extracting(PolicyRequest::runLabel)
                .containsExactly(Samples.INTERNAL);
    }

    @Test
    void aClaimThatCitesSomethingElseLeavesTheSessionOpen() {
        EvidenceId foreign = Samples.unit("from elsewhere").id();

        assertThat(refusal(visit.finish(foreign)).reason()).isEqualTo(RefusalReason.PARAMS_INVALID);
        assertThat(visit.recorded("params_invalid")).isEqualTo(1);
        assertThat(visit.finish()).isInstanceOf(FinalizeOutcome.Finalized.class);
    }

    @Test
    void theEndOfARunStatesWhatIsCommittedOfItEvenWhenMoreWasRecordedMeanwhile() {
        answer(visit.fetch());
        desk.policy.on(PolicyAction.FINALIZE, request -> {
            refusal(visit.call("no_such_operator", "{}"));
            return Rulings.allow(request, "finalize_granted");
        });

        assertThat(visit.finish()).isInstanceOf(FinalizeOutcome.Finalized.class);

        assertThat(visit.texts("outcome"))
                .singleElement()
                .asString()
                .contains("\"run\": {\"records\": 3, \"answered\": 1, \"evidence\": 1, \"leaves_sha256\": \"");
        assertThat(refusal(visit.fetch()).reason()).isEqualTo(RefusalReason.SESSION_FINALIZED);
        assertThat(visit.texts("decision").getLast()).contains("\"after_end\": true");
    }

    @Test
    void aDeniedFinalizationIsRecordedAndLeavesTheSessionOpen() {
        desk.policy.on(PolicyAction.FINALIZE, _ -> Rulings.deny());
        assertThat(refusal(visit.finish()).reason()).isEqualTo(RefusalReason.POLICY_DENIED);
        assertThat(visit.recorded("policy_denied")).isEqualTo(1);
        answer(visit.fetch());
    }

    @Test
    void ofManyWhoFinishAtOnceOneSucceeds() throws Exception {
        List<Visit> nodes = List.of(visit, visit.at(desk.sibling()));
        Callable<List<FinalizeOutcome>> both =
                () -> nodes.stream().map(Visit::finish).toList();

        List<FinalizeOutcome> outcomes;
        try (var threads = Executors.newFixedThreadPool(8)) {
            outcomes = threads.invokeAll(Collections.nCopies(8, both)).stream()
                    .map(Future::resultNow)
                    .flatMap(List::stream)
                    .toList();
        }

        assertThat(outcomes.stream().filter(FinalizeOutcome.Finalized.class::isInstance))
                .hasSize(1);
        assertThat(outcomes.stream()
                        .filter(FinalizeOutcome.Refused.class::isInstance)
                        .map(refused -> refusal(refused).reason()))
                .hasSize(15)
                .containsOnly(RefusalReason.SESSION_FINALIZED);
        assertThat(visit.recorded("finalized")).isEqualTo(1);
    }

    @Test
    void anAnswerIsDecidedAgainWhenTheRunReadsMoreMeanwhile() {
        desk.policy.on(PolicyAction.FINALIZE, request -> {
            if (request.runLabel().equals(Label.NONE)) {
                answer(visit.fetch());
                return Rulings.allow(request, "finalize_granted");
            }
            return Rulings.deny();
        });

        assertThat(refusal(visit.finish()).reason()).isEqualTo(RefusalReason.POLICY_DENIED);
        assertThat(visit.recorded("finalized")).isZero();
    }

    @Test
    void anotherNodeThatStillThinksTheSessionIsOpenChargesNothing() {
        Visit elsewhere = visit.at(desk.sibling());
        answer(elsewhere.fetch());
        visit.finish();

        assertThat(refusal(elsewhere.fetch()).reason()).isEqualTo(RefusalReason.SESSION_FINALIZED);
        assertThat(visit.recorded("answered")).isEqualTo(1);
    }

    @Test
    void nothingIsFinalizedWhenTheLedgerIsDown() {
        desk.lanes.goDown();

        assertThat(refusal(visit.finish()).reason()).isEqualTo(RefusalReason.LEDGER_DOWN);
        assertThat(visit.recorded("finalized")).isZero();
    }
}

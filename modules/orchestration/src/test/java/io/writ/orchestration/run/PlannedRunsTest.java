package io.writ.orchestration.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Budget;
import io.writ.evidence.ClaimStatus;
import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.TerminalMode;
import io.writ.governance.Caller;
import io.writ.governance.CapabilitiesOutcome;
import io.writ.governance.Opening;
import io.writ.governance.OperatorCall;
import io.writ.governance.OperatorOutcome;
import io.writ.governance.PolicyDesk;
import io.writ.governance.Principal;
import io.writ.governance.Refusal;
import io.writ.governance.RefusalReason;
import io.writ.governance.Simulation;
import io.writ.governance.SimulationOutcome;
import io.writ.orchestration.Answers;
import io.writ.orchestration.Fixtures;
import io.writ.orchestration.Question;
import io.writ.orchestration.RunDefaults;
import io.writ.orchestration.RunOutcome;
import io.writ.orchestration.ScriptedGateway;
import io.writ.orchestration.Units;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PlannedRunsTest {

    private static final Budget BUDGET = new Budget(10, 1_000_000, 10_000, 5, OptionalInt.of(4));
    private static final String TWO_PARTS = "How many subscribers are active; what does the shipping policy say?";

    private static final EvidenceUnit FIGURE = Units.figures(
            "safe_subscribers",
            "{'rows':[{'group':{'status':'active'},"
                    + "'metrics':[{'name':'count','field':'subscriber_id','value':3}]}]}");

    private static final EvidenceUnit SHIPPING = Units.text(
            "handbook/shipping_policy.txt", "Shipping policy\nOrders leave the roastery on Tuesday and Friday.\n");

    @Test
    void everyPartAnsweredIsASupportedRunThatHandsOutItsEvidence() {
        RunOutcome.Finished finished = finished(run(TWO_PARTS, PlannedRunsTest::everything));

        assertThat(finished.finalized().outcome().mode()).isEqualTo(TerminalMode.SUPPORTED);
        assertThat(finished.evidence()).containsExactlyInAnyOrder(FIGURE, SHIPPING);
        assertThat(finished.partial()).isFalse();
        assertThat(finished.clarification()).isEmpty();
    }

    @Test
    void aPartThatStaysOpenMakesThePartialAnswerSaySo() {
        RunOutcome.Finished finished = finished(
                run(TWO_PARTS, call -> call.operator().equals("aggregate") ? Answers.units(FIGURE) : Answers.hits()));

        assertThat(finished.partial()).isTrue();
        assertThat(finished.finalized().submitted().notes().orElseThrow())
                .startsWith("Partial answer: 1 of 2 parts answered.");
        assertThat(finished.finalized().submitted().claims())
                .extracting(claim -> claim.status())
                .containsExactly(ClaimStatus.SUPPORTED, ClaimStatus.UNKNOWN);
        assertThat(finished.finalized().outcome().mode()).isEqualTo(TerminalMode.INSUFFICIENT_EVIDENCE);
    }

    @Test
    void aLoneWordThatNothingSaysIsSearchedForAndAskedBack() {
        ScriptedGateway gateway = new ScriptedGateway(call -> Answers.hits());
        RunOutcome.Finished finished = finished(run("smoke", gateway));

        assertThat(gateway.calls).extracting(OperatorCall::operator).containsExactly("search");
        assertThat(finished.finalized().outcome().mode()).isEqualTo(TerminalMode.INSUFFICIENT_EVIDENCE);
        assertThat(finished.clarification().orElseThrow().options())
                .contains("What is the status of S-0001?", "Subscribers");
    }

    @Test
    void aLoneWordThatADocumentSaysIsStillNoQuestion() {
        RunOutcome.Finished finished = finished(run(
                "smoke",
                call -> call.operator().equals("search")
                        ? Answers.hits("handbook/roasting_guide.txt")
                        : Answers.units(Units.text("handbook/roasting_guide.txt", "The smoke alarm is loud.\n"))));

        assertThat(finished.finalized().outcome().mode()).isEqualTo(TerminalMode.INSUFFICIENT_EVIDENCE);
        assertThat(finished.clarification().orElseThrow().options())
                .startsWith("What does handbook/roasting_guide.txt say?");
    }

    @Test
    void aQuestionWithoutContentReadsNothing() {
        ScriptedGateway gateway = new ScriptedGateway(call -> Answers.hits());
        RunOutcome.Finished finished = finished(run("what is the", gateway));

        assertThat(gateway.calls).isEmpty();
        assertThat(finished.clarification()).isPresent();
        assertThat(finished.finalized().outcome().mode()).isEqualTo(TerminalMode.INSUFFICIENT_EVIDENCE);
    }

    @Test
    void aWithheldSourceEndsAsThePolicyRefusalItIs() {
        RunOutcome.Finished finished =
                finished(run("Who is on the payroll?", call -> Answers.refused(RefusalReason.POLICY_DENIED)));

        assertThat(finished.finalized().outcome().mode()).isEqualTo(TerminalMode.INSUFFICIENT_PERMISSION);
        assertThat(finished.finalized().submitted().claims().getFirst().text())
                .contains("the source Payroll exists, and you may not read it");
        assertThat(finished.clarification()).isEmpty();
    }

    @Test
    void aSourceThatIsDownEndsAsUnavailableAndNotAsNothingFound() {
        RunOutcome.Finished finished = finished(run(
                "How many subscribers are active?",
                call -> call.operator().equals("aggregate")
                        ? Answers.refused(RefusalReason.SOURCE_DOWN)
                        : Answers.hits()));

        assertThat(finished.finalized().outcome().mode()).isEqualTo(TerminalMode.SOURCE_UNAVAILABLE);
    }

    @Test
    void aBudgetThatEndsIsTold() {
        Question question = new Question(
                "How many subscribers are active?", Optional.of(new Budget(0, 0, 0, 5, OptionalInt.empty())));
        RunOutcome.Finished finished =
                finished(runs(new ScriptedGateway(PlannedRunsTest::everything)).run(Fixtures.CALLER, question));

        assertThat(finished.finalized().outcome().mode()).isEqualTo(TerminalMode.INSUFFICIENT_EVIDENCE);
        assertThat(finished.finalized().submitted().claims().getFirst().text())
                .contains("the budget allows no more calls");
    }

    @Test
    void anIdThatNoRowHasIsNothingFoundAndNoOtherRow() {
        ScriptedGateway gateway = new ScriptedGateway(call -> Answers.units());
        RunOutcome.Finished finished = finished(run("What is the status of S-9999?", gateway));

        assertThat(gateway.calls).hasSize(1);
        assertThat(finished.evidence()).isEmpty();
        assertThat(finished.finalized().outcome().mode()).isEqualTo(TerminalMode.INSUFFICIENT_EVIDENCE);
        assertThat(finished.finalized().submitted().claims().getFirst().text()).contains("nothing was found");
    }

    @Test
    void noMoreThanTwelveClaimsAreMadeAndTheRestIsMentioned() {
        EvidenceUnit[] rows = new EvidenceUnit[30];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = Units.row(
                    "safe_subscribers:" + row, "{'name':'Subscriber " + row + "','status':'active','city':'Porto'}");
        }
        RunOutcome.Finished finished = finished(run("Which subscribers live in Porto?", call -> Answers.units(rows)));

        assertThat(finished.finalized().submitted().claims()).hasSize(12);
        assertThat(finished.finalized().submitted().notes().orElseThrow()).contains("18 more statements");
        assertThat(finished.partial()).isFalse();
    }

    @Test
    void versionsAreToldButWhatChangedStaysOpen() {
        RunOutcome.Finished finished = finished(run("history of the shipping policy", call -> switch (call.operator()) {
            case "search" -> Answers.hits("handbook/shipping_policy.txt");
            case "list_versions" -> Answers.result("{'versions':[{'version_id':'v2'},{'version_id':'v1'}]}");
            default -> Answers.units(SHIPPING);
        }));

        assertThat(finished.partial()).isTrue();
        assertThat(finished.finalized().submitted().claims().getLast().text()).contains("2 versions are held");
    }

    @Test
    void theQuestionAndTheBudgetGoIntoTheSession() {
        ScriptedGateway gateway = new ScriptedGateway(PlannedRunsTest::everything);
        run(TWO_PARTS, gateway);

        assertThat(gateway.requests.getFirst().question()).contains(TWO_PARTS);
        assertThat(gateway.requests.getFirst().budget()).isEqualTo(BUDGET);
    }

    @Test
    void withoutASessionTheRunIsRefused() {
        Refusal refusal = Refusal.of(RefusalReason.POLICY_DENIED, "You may not open a session.");
        ScriptedGateway gateway =
                new ScriptedGateway(call -> Answers.hits()).refusingFirst(new Opening.Refused(refusal));

        assertThat(run(TWO_PARTS, gateway)).isEqualTo(new RunOutcome.Refused(refusal));
    }

    @Test
    void theLongestQuestionIsPlannedInOneSearch() {
        ScriptedGateway gateway = new ScriptedGateway(call -> Answers.hits());
        run("unbekanntes ".repeat(Question.LENGTH_MAX / 12), gateway);

        assertThat(gateway.calls).hasSize(1);
        assertThat(gateway.calls.getFirst().params().getString("query").length())
                .isLessThan(512);
    }

    private static OperatorOutcome everything(OperatorCall call) {
        return switch (call.operator()) {
            case "aggregate" -> Answers.units(FIGURE);
            case "search" -> Answers.hits("handbook/shipping_policy.txt");
            default -> Answers.units(SHIPPING);
        };
    }

    private static RunOutcome run(String question, Function<OperatorCall, OperatorOutcome> script) {
        return run(question, new ScriptedGateway(script));
    }

    private static RunOutcome run(String question, ScriptedGateway gateway) {
        return runs(gateway).run(Fixtures.CALLER, new Question(question, Optional.empty()));
    }

    private static PlannedRuns runs(ScriptedGateway gateway) {
        SessionOpening sessions = new SessionOpening(gateway, duration -> {}, () -> 0L);
        return new PlannedRuns(gateway, new Desk(), new RunDefaults(BUDGET), sessions, Clock.systemUTC());
    }

    private static RunOutcome.Finished finished(RunOutcome outcome) {
        assertThat(outcome).isInstanceOf(RunOutcome.Finished.class);
        return (RunOutcome.Finished) outcome;
    }

    private static final class Desk implements PolicyDesk {

        @Override
        public SimulationOutcome simulate(Caller caller, Simulation simulation) {
            throw new UnsupportedOperationException("a run asks nothing but capabilities");
        }

        @Override
        public SimulationOutcome evaluate(Caller caller, Principal subject, Simulation simulation) {
            throw new UnsupportedOperationException("a run asks nothing but capabilities");
        }

        @Override
        public CapabilitiesOutcome capabilities(Caller caller) {
            return new CapabilitiesOutcome.Listed(Fixtures.capabilities());
        }
    }
}

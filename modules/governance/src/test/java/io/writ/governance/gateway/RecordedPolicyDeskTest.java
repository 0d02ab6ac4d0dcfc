package io.writ.governance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.StrictJson;
import io.writ.governance.Caller;
import io.writ.governance.Capabilities;
import io.writ.governance.CapabilitiesOutcome;
import io.writ.governance.DecisionView;
import io.writ.governance.GovernanceConfig.RateLimits;
import io.writ.governance.Grounds;
import io.writ.governance.PolicyDesk;
import io.writ.governance.Principal;
import io.writ.governance.Refusal;
import io.writ.governance.RefusalReason;
import io.writ.governance.Simulation;
import io.writ.governance.SimulationOutcome;
import io.writ.governance.persistence.OpenedValues;
import io.writ.governance.persistence.Samples;
import io.writ.governance.persistence.TestDatabase;
import jakarta.json.JsonValue;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordedPolicyDeskTest {

    private static final DecisionView VIEW = new DecisionView(
            Optional.empty(),
            true,
            false,
            "granted",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            "r1",
            Grounds.UNASKED);

    private final Desk desk = Desk.open(Clock.fixed(Samples.NOW, ZoneOffset.UTC));
    private final Caller caller = Samples.caller(Samples.freshTenant(), "dev");

    @Test
    void aSimulationIsRecordedByTheDigestOfWhatWasAsked() {
        assertThat(recorded(new Fixed(new SimulationOutcome.Simulated(VIEW))).simulate(caller, simulation()))
                .isEqualTo(new SimulationOutcome.Simulated(VIEW));
        assertThat(records("simulate", "answered")).isEqualTo(1);
    }

    @Test
    void aSimulationWithANumberThatPolicyCannotBeAskedAboutIsRecordedToo() {
        var params = StrictJson.parseObject("{\"amount\": 9007199254740993}");
        var odd = new Simulation("finalize", params, Optional.empty(), Optional.empty(), Optional.empty());

        recorded(new Fixed(new SimulationOutcome.Simulated(VIEW))).simulate(caller, odd);

        assertThat(records("simulate", "answered")).isEqualTo(1);
    }

    @Test
    void aRefusedSimulationIsRecordedToo() {
        Refusal refusal = Refusal.of(RefusalReason.POLICY_UNAVAILABLE, "try later");

        recorded(new Fixed(new SimulationOutcome.Refused(refusal))).simulate(caller, simulation());

        assertThat(records("simulate", "policy_unavailable")).isEqualTo(1);
    }

    @Test
    void aQuestionAboutSomebodyElseIsRecordedWithACommitmentThatCanBeOpened() {
        Principal other =
                Samples.caller(caller.principal().tenant(), "somebody-else").principal();

        recorded(new Fixed(new SimulationOutcome.Simulated(VIEW))).evaluate(caller, other, simulation());

        String named = OpenedValues.of(caller.principal().tenant()).stream()
                .filter(value -> value.content().equals("somebody-else"))
                .map(OpenedValues.Opened::commitment)
                .findFirst()
                .orElseThrow();
        assertThat(TestDatabase.count("select count(*) from writ.decision"
                        + " where convert_from(canonical, 'UTF8')::jsonb #>> '{detail,subject_commitment}' = '" + named
                        + "'"))
                .isEqualTo(1);
    }

    @Test
    void aRefusedQuestionAboutSomebodyElseNamesThemTheSameWay() {
        Principal other =
                Samples.caller(caller.principal().tenant(), "somebody-else").principal();
        Refusal refusal = Refusal.of(RefusalReason.POLICY_DENIED, "ask about yourself");

        recorded(new Fixed(new SimulationOutcome.Refused(refusal))).evaluate(caller, other, simulation());

        assertThat(TestDatabase.count("select count(*) from writ.decision where tenant_id = '"
                        + caller.principal().tenant()
                        + "' and convert_from(canonical, 'UTF8')::jsonb #> '{detail,subject_commitment}' is not null"))
                .isEqualTo(1);
    }

    @Test
    void capabilitiesAreRecorded() {
        recorded(new Fixed(new SimulationOutcome.Simulated(VIEW))).capabilities(caller);

        assertThat(records("capabilities", "answered")).isEqualTo(1);
    }

    @Test
    void whoAsksTooOftenIsTurnedAwayWithoutAskingPolicyAndThatIsRecordedOnce() {
        PolicyDesk limited = limited(new Fixed(new SimulationOutcome.Simulated(VIEW)), 2);
        limited.simulate(caller, simulation());
        limited.evaluate(caller, caller.principal(), simulation());

        Refusal simulation = refusal(limited.simulate(caller, simulation()));
        assertThat(simulation.reason()).isEqualTo(RefusalReason.RATE_LIMITED);
        assertThat(simulation.retryAfter()).isPresent();
        assertThat(refusal(limited.evaluate(caller, caller.principal(), simulation()))
                        .reason())
                .isEqualTo(RefusalReason.RATE_LIMITED);
        assertThat(limited.capabilities(caller)).isInstanceOf(CapabilitiesOutcome.Refused.class);
        assertThat(records("simulate", "answered")).isEqualTo(2);
        assertThat(records("simulate", "rate_limited")).isEqualTo(1);
        assertThat(records("capabilities", "answered")).isZero();
    }

    @Test
    void nothingIsAnsweredWhenTheLedgerIsDown() {
        desk.lanes.goDown();

        assertThat(recorded(new Fixed(new SimulationOutcome.Simulated(VIEW))).simulate(caller, simulation()))
                .isInstanceOfSatisfying(
                        SimulationOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.LEDGER_DOWN));
    }

    private PolicyDesk recorded(PolicyDesk answers) {
        return limited(answers, 0);
    }

    private PolicyDesk limited(PolicyDesk answers, int questionsPerMinute) {
        Door door = Door.ofPolicyQuestions(new RateLimits(Duration.ofMinutes(1), 0, 0, 0, 0, questionsPerMinute));
        return new RecordedPolicyDesk(answers, desk.stages, door, new SecureRandom());
    }

    private static Refusal refusal(SimulationOutcome outcome) {
        assertThat(outcome).isInstanceOf(SimulationOutcome.Refused.class);
        return ((SimulationOutcome.Refused) outcome).refusal();
    }

    private long records(String event, String outcome) {
        return TestDatabase.count("select count(*) from writ.decision where tenant_id = '"
                + caller.principal().tenant() + "' and event = '" + event
                + "' and convert_from(canonical, 'UTF8')::jsonb ->> 'outcome' = '" + outcome + "'");
    }

    private static Simulation simulation() {
        return new Simulation(
                "narrow_query", JsonValue.EMPTY_JSON_OBJECT, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A desk that always says the same. */
    private record Fixed(SimulationOutcome outcome) implements PolicyDesk {

        @Override
        public SimulationOutcome simulate(Caller caller, Simulation simulation) {
            return outcome;
        }

        @Override
        public SimulationOutcome evaluate(Caller caller, Principal subject, Simulation simulation) {
            return outcome;
        }

        @Override
        public CapabilitiesOutcome capabilities(Caller caller) {
            return new CapabilitiesOutcome.Listed(new Capabilities(List.of(), List.of(), List.of(), List.of()));
        }
    }
}

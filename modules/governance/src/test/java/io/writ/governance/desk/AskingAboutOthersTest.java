package io.writ.governance.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.StrictJson;
import io.writ.governance.Actor;
import io.writ.governance.Caller;
import io.writ.governance.DecisionView;
import io.writ.governance.Principal;
import io.writ.governance.PrincipalId;
import io.writ.governance.RefusalReason;
import io.writ.governance.Simulation;
import io.writ.governance.SimulationOutcome;
import io.writ.governance.TenantId;
import io.writ.governance.TraceParent;
import io.writ.governance.disclosure.Disclosure;
import io.writ.governance.policy.PolicyDecisionPoint;
import io.writ.governance.policy.ShippedPolicy;
import io.writ.governance.source.catalogue.Catalogue;
import io.writ.governance.source.catalogue.CatalogueFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Questions to policy that name somebody, under the shipped policy. */
class AskingAboutOthersTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);
    private static final Catalogue CATALOGUE = CatalogueFile.read(Path.of("../../config/catalogue.json"));
    private static final Principal HR = principal("local", "hr");

    private final PolicyDecisionPoint policy = ShippedPolicy.decisionPoint();
    private final DecisionPointDesk desk =
            new DecisionPointDesk(policy, () -> CATALOGUE, new Disclosure(policy, () -> CATALOGUE), CLOCK);

    @Test
    void whoAsksAboutItselfIsAnswered() {
        assertThat(answered(HR, HR).allow()).isTrue();
        assertThat(answered(principal("local", "developer"), principal("local", "developer"))
                        .allow())
                .isFalse();
    }

    @Test
    void whoSeesAllRecordsIsAnsweredAboutOthersAsTheyWouldBe() {
        assertThat(answered(principal("local", "auditor"), HR).allow()).isTrue();
    }

    @Test
    void anybodyElseIsRefused() {
        for (String role : List.of("developer", "support", "analyst", "team_lead", "nobody")) {
            assertThat(refused(principal("local", role), HR)).isEqualTo(RefusalReason.POLICY_DENIED);
        }
    }

    @Test
    void somebodyOfAnotherTenantIsNotAskedAbout() {
        assertThat(refused(principal("local", "auditor"), principal("other", "neighbour")))
                .isEqualTo(RefusalReason.POLICY_DENIED);
    }

    @Test
    void anEvaluationExplainsItselfAndSearchesNoAdvice() {
        DecisionView denied = answered(principal("local", "developer"), principal("local", "developer"));

        assertThat(denied.grounds().explanation().toString()).contains("writ.authz.view_decision");
        assertThat(denied.grounds().leastChange()).isEmpty();
    }

    private DecisionView answered(Principal caller, Principal subject) {
        assertThat(evaluate(caller, subject)).isInstanceOf(SimulationOutcome.Simulated.class);
        return ((SimulationOutcome.Simulated) evaluate(caller, subject)).decision();
    }

    private RefusalReason refused(Principal caller, Principal subject) {
        assertThat(evaluate(caller, subject)).isInstanceOf(SimulationOutcome.Refused.class);
        return ((SimulationOutcome.Refused) evaluate(caller, subject)).refusal().reason();
    }

    private SimulationOutcome evaluate(Principal caller, Principal subject) {
        return desk.evaluate(
                new Caller(caller, "r", "t", new TraceParent("1".repeat(32), "2".repeat(16), false)),
                subject,
                new Simulation(
                        "operator_call",
                        StrictJson.parseObject("{\"op_name\":\"fetch_rows\",\"view_id\":\"safe_payroll\"}"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static Principal principal(String tenant, String role) {
        return new Principal(
                new TenantId(tenant),
                new PrincipalId(role),
                List.of(role),
                Map.of(),
                List.of(new Actor(Actor.Kind.HUMAN, role, role)));
    }
}

package io.writ.governance.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Digest;
import io.writ.evidence.StrictJson;
import io.writ.governance.Actor;
import io.writ.governance.Caller;
import io.writ.governance.Capabilities;
import io.writ.governance.CapabilitiesOutcome;
import io.writ.governance.Capability;
import io.writ.governance.CollectionVocabulary;
import io.writ.governance.DecisionView;
import io.writ.governance.Explanation;
import io.writ.governance.FieldVocabulary;
import io.writ.governance.Principal;
import io.writ.governance.PrincipalId;
import io.writ.governance.Refusal;
import io.writ.governance.RefusalReason;
import io.writ.governance.Simulation;
import io.writ.governance.SimulationOutcome;
import io.writ.governance.TenantId;
import io.writ.governance.TraceParent;
import io.writ.governance.ViewVocabulary;
import io.writ.governance.Withheld;
import io.writ.governance.disclosure.Disclosure;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.PolicyDecisionPoint;
import io.writ.governance.policy.PolicyInput;
import io.writ.governance.policy.PolicyRequest;
import io.writ.governance.policy.PolicyStatus;
import io.writ.governance.policy.Provenance;
import io.writ.governance.policy.ShippedPolicy;
import io.writ.governance.source.catalogue.Catalogue;
import io.writ.governance.source.catalogue.CatalogueFile;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk over the shipped policy and the shipped catalogue. */
class DecisionPointDeskTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);
    private static final Catalogue CATALOGUE = CatalogueFile.read(Path.of("../../config/catalogue.json"));
    private static final DecisionPointDesk DESK = desk(ShippedPolicy.decisionPoint());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    developer | {'op_name':'fetch_span','object_id':'restricted/restricted_1.txt'} | true
                    support   | {'op_name':'fetch_span','object_id':'restricted/restricted_1.txt'} | false
                    support   | {'op_name':'fetch_span','object_id':'public/support_policy.txt'}   | true
                    support   | {'op_name':'fetch_span','object_id':'public\\support_policy.txt'}  | true
                    support   | {'op_name':'search','object_prefix':'restricted/'}                 | false
                    support   | {'op_name':'search','terms':'refund'}                              | true
                    support   | {'op_name':'fetch_rows','view_id':'safe_customer_view_public'}     | true
                    support   | {'op_name':'fetch_rows','view_id':'safe_customer_view_admin'}      | false
                    support   | {'op_name':'fetch_rows','view_id':'safe_nothing'}                  | false
                    analyst   | {'op_name':'aggregate','view_id':'safe_payroll'}                   | true
                    analyst   | {'op_name':'fetch_rows','view_id':'safe_payroll'}                  | false
                    developer | {'op_name':'redact'}                                               | false
                    developer | {}                                                                 | false
                    """)
    void aSimulatedCallIsAnsweredAsARealOneWouldBe(String role, String params, boolean allowed) {
        assertThat(simulated(role, "operator_call", params).allow()).isEqualTo(allowed);
    }

    @Test
    void aSimulationShowsReasonRulesAndRedaction() {
        DecisionView decision = simulated(
                "support",
                "operator_call",
                "{'op_name':'fetch_rows','view_id':'safe_customer_view_public','fields':['status']}");
        assertThat(decision.id()).isEmpty();
        assertThat(decision.reason()).isEqualTo("operator_call_granted");
        assertThat(decision.rules()).contains("grant.support.safe_customer_view_public");
        assertThat(decision.redaction())
                .contains(StrictJson.parseObject("{\"deny_fields\":[\"admin_note\",\"injection_note\"]}"));
        assertThat(decision.policyRevision()).startsWith("1+sha256:");
    }

    @Test
    void aCallThatCouldNotBeMadeIsNotSimulated() {
        SimulationOutcome outcome =
                simulate(DESK, "developer", "operator_call", "{'op_name':'fetch_span','object_id':'../etc/passwd'}");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SimulationOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.PARAMS_INVALID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"health", "delete", "OPERATOR_CALL"})
    void anUnknownActionIsDeniedWithAReason(String action) {
        DecisionView decision = simulated("developer", action, "{}");
        assertThat(decision.allow()).isFalse();
        assertThat(decision.reason()).isEqualTo("default_deny");
        assertThat(decision.rules()).containsExactly("default_deny");
    }

    @Test
    void narrowingIsCompletedWithTheWordsOfTheCatalogue() {
        DecisionView decision = simulated("support", "narrow_query", "{'intent':'structured_lookup'}");
        assertThat(decision.reason()).isEqualTo("narrow_query_structured");
        assertThat(decision.narrowing()).hasValueSatisfying(narrowing -> {
            assertThat(narrowing.getJsonArray("view_ids").getValuesAs(JsonString::getString))
                    .containsExactly("safe_customer_view_public", "safe_customer_view_support");
            assertThat(narrowing.getJsonArray("field_labels").getValuesAs(JsonString::getString))
                    .containsExactly("customer_id", "status", "plan_tier");
            assertThat(narrowing.getJsonArray("dimension_labels").getValuesAs(JsonString::getString))
                    .containsExactly("status", "plan_tier");
            assertThat(narrowing).doesNotContainKey("source_scopes");
        });
    }

    @Test
    void everyIntentOfADeveloperIsACapability() {
        Capabilities capabilities = capabilities("developer");
        assertThat(capabilities.entries())
                .extracting(Capability::id)
                .containsExactly("structured_lookup", "structured_aggregation", "evidence_lookup", "version_review");
        assertThat(capabilities.views()).extracting(ViewVocabulary::viewId).doesNotContain("safe_payroll");
        assertThat(capabilities.collections())
                .extracting(CollectionVocabulary::name)
                .containsExactly("handbook", "contracts", "people", "public", "restricted", "injection");
    }

    @Test
    void whatIsListedAndDeniedIsWithheldAndWhatIsSecretIsNeither() {
        Capabilities capabilities = capabilities("developer");
        assertThat(capabilities.withheld()).extracting(Withheld::name).containsExactly("safe_payroll", "board");
        assertThat(capabilities.toString()).doesNotContain("heron").doesNotContain("other_handbook");
    }

    @Test
    void aViewIsNarrowedToWhatTheCallerSees() {
        ViewVocabulary payroll = capabilities("analyst").views().stream()
                .filter(view -> view.viewId().equals("safe_payroll"))
                .findFirst()
                .orElseThrow();
        assertThat(payroll.fields())
                .extracting(FieldVocabulary::name)
                .containsExactly("employee_id", "department", "monthly_salary");
        assertThat(payroll.key()).isEmpty();
        assertThat(payroll.metrics()).hasSize(3);
    }

    @Test
    void aFieldThatWouldComeBackRemovedIsNotOffered() {
        ViewVocabulary payroll = capabilities("team_lead").views().stream()
                .filter(view -> view.viewId().equals("safe_payroll"))
                .findFirst()
                .orElseThrow();
        assertThat(payroll.fields()).extracting(FieldVocabulary::name).doesNotContain("monthly_salary");
        assertThat(payroll.metrics()).isEmpty();
    }

    @Test
    void whatIsWithheldFromAnotherTenantIsNotEvenNamedToIt() {
        Capabilities capabilities = capabilities("neighbour");
        assertThat(capabilities.views()).isEmpty();
        assertThat(capabilities.withheld()).isEmpty();
        assertThat(capabilities.collections()).hasSize(1);
    }

    @Test
    void whoHoldsNoRoleMayAskNothing() {
        Capabilities capabilities = capabilities("nobody");
        assertThat(capabilities.entries()).isEmpty();
        assertThat(capabilities.views()).isEmpty();
        assertThat(capabilities.collections()).isEmpty();
        assertThat(capabilities.withheld()).isNotEmpty();
    }

    @Test
    void withoutAUsablePolicyTheDeskRefuses() {
        DecisionPointDesk blind = desk(new NoPolicy("policy.unavailable"));
        assertThat(simulate(blind, "developer", "create_session", "{}"))
                .isEqualTo(new SimulationOutcome.Refused(refusal(
                        RefusalReason.POLICY_UNAVAILABLE,
                        "policy gave no usable answer (policy.unavailable); try again later")));
        assertThat(simulate(blind, "developer", "unheard_of", "{}"))
                .isEqualTo(new SimulationOutcome.Refused(
                        refusal(RefusalReason.POLICY_UNAVAILABLE, "no policy is loaded; try again later")));
        assertThat(blind.capabilities(caller("developer"))).isInstanceOf(CapabilitiesOutcome.Refused.class);
    }

    @Test
    void anObligationNobodyCanCarryOutIsSaidToBeOne() {
        DecisionPointDesk desk = desk(new NoPolicy("obligation.unsupported"));
        assertThat(simulate(desk, "developer", "finalize", "{}"))
                .isInstanceOfSatisfying(
                        SimulationOutcome.Refused.class,
                        refused ->
                                assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.OBLIGATION_UNSUPPORTED));
    }

    private static DecisionPointDesk desk(PolicyDecisionPoint policy) {
        return new DecisionPointDesk(policy, () -> CATALOGUE, new Disclosure(policy, () -> CATALOGUE), CLOCK);
    }

    private static Refusal refusal(RefusalReason reason, String message) {
        return Refusal.of(reason, message);
    }

    private static DecisionView simulated(String role, String action, String params) {
        return switch (simulate(DESK, role, action, params)) {
            case SimulationOutcome.Simulated(var decision) -> decision;
            case SimulationOutcome.Refused(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private static SimulationOutcome simulate(DecisionPointDesk desk, String role, String action, String params) {
        return desk.simulate(
                caller(role),
                new Simulation(
                        action,
                        StrictJson.parseObject(params.replace('\'', '"').replace("\\", "\\\\")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static Capabilities capabilities(String role) {
        return switch (DESK.capabilities(caller(role))) {
            case CapabilitiesOutcome.Listed(var capabilities) -> capabilities;
            case CapabilitiesOutcome.Refused(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private static Caller caller(String role) {
        Principal principal = new Principal(
                new TenantId(role.equals("neighbour") ? "other" : "local"),
                new PrincipalId("somebody"),
                role.equals("nobody") ? List.of() : List.of(role),
                Map.of("department", "roastery"),
                List.of(new Actor(Actor.Kind.HUMAN, "somebody", "Somebody")));
        return new Caller(principal, "r", "t", new TraceParent("1".repeat(32), "2".repeat(16), false));
    }

    /** Answers nothing that can be trusted. */
    private record NoPolicy(String reason) implements PolicyDecisionPoint {

        @Override
        public PolicyDecision decide(PolicyRequest request) {
            Digest none = Digest.of("");
            return new PolicyDecision.Undecided(
                    reason,
                    new Provenance(
                            "none",
                            "none",
                            none,
                            "e",
                            PolicyInput.of(JsonValue.EMPTY_JSON_OBJECT),
                            Optional.empty(),
                            Explanation.UNASKED,
                            0));
        }

        @Override
        public PolicyStatus status() {
            return new PolicyStatus(
                    "none", "none", Digest.of(""), CLOCK.instant(), false, Optional.of("nothing loaded"));
        }
    }
}

package io.writ.governance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Classification;
import io.writ.governance.LeastChange;
import io.writ.governance.LeastChange.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Questions put again, with changes, to the policy that is shipped. */
class HypotheticalTest {

    private static final Resource.View PAYROLL =
            Asking.view("safe_payroll", Classification.RESTRICTED, "department", "monthly_salary");

    private final PolicyDecisionPoint policy = ShippedPolicy.decisionPoint();

    @Test
    void aDenialNamesTheRolesThatWouldDo() {
        assertThat(leastChange(Asking.call(Asking.principal("developer"), "fetch_rows", PAYROLL)))
                .isEqualTo(new LeastChange(List.of(List.of(role("hr"))), true));
    }

    @Test
    void twoChangesAreNamedWhereOneWillNotDo() {
        Resource.View names = Asking.view("safe_payroll", Classification.RESTRICTED, "name", "monthly_salary");
        List<List<Change>> alternatives = leastChange(Asking.call(Asking.principal("analyst"), "fetch_rows", names))
                .alternatives();

        assertThat(alternatives).containsExactly(List.of(role("hr")));
        assertThat(leastChange(Asking.call(Asking.principal("neighbour"), "fetch_rows", names)))
                .as("one who holds no role of this tenant")
                .isEqualTo(new LeastChange(List.of(List.of(role("hr"))), true));
    }

    @Test
    void whatAnotherOperatorMayReadIsFoundBeforeAnotherRole() {
        LeastChange change = leastChange(Asking.call(Asking.principal("analyst"), "fetch_rows", PAYROLL));

        assertThat(change.alternatives().getFirst()).singleElement().satisfies(first -> {
            assertThat(first.pointer()).isEqualTo("/operator");
            assertThat(first.to().orElseThrow()).hasToString("\"aggregate\"");
        });
    }

    @Test
    void theSameQuestionAboutSomethingElseHasItsOwnAnswer() {
        PolicyDecision denied = policy.decide(Asking.call(Asking.principal("developer"), "fetch_rows", PAYROLL));
        Hypothetical again = policy.reconsider(denied.provenance()).orElseThrow();

        assertThat(again.decision()).isInstanceOf(PolicyDecision.Deny.class);
        assertThat(again.about(Asking.view("safe_coffees", Classification.PUBLIC, "name"))
                        .decision())
                .isInstanceOf(PolicyDecision.Allow.class);
    }

    @Test
    void aDecisionOfAnotherPolicyIsNotReconsidered() {
        Provenance decided =
                policy.decide(Asking.opening(Asking.principal("developer"))).provenance();
        Provenance elsewhere = new Provenance(
                decided.engine(),
                decided.revision(),
                decided.inputHash(),
                decided.entrypoint(),
                decided.asked(),
                decided.result(),
                decided.explanation(),
                0);

        assertThat(policy.reconsider(decided)).isPresent();
        assertThat(policy.reconsider(elsewhere)).isEmpty();
    }

    @Test
    void aQuestionThatNoEngineSawIsNotReconsidered() {
        PolicyDecision invalid = policy.decide(Asking.opening(Asking.principal(Map.of("a", "\ud800"), "developer")));

        assertThat(policy.reconsider(invalid.provenance())).isEmpty();
    }

    private LeastChange leastChange(PolicyRequest request) {
        PolicyDecision.Deny denied = (PolicyDecision.Deny) policy.decide(request);
        return policy.reconsider(denied.provenance())
                .flatMap(Hypothetical::leastChange)
                .orElseThrow();
    }

    private static Change role(String name) {
        return new Change("/subject/roles/-", Optional.empty(), Optional.of(JsonPaths.text(name)));
    }
}

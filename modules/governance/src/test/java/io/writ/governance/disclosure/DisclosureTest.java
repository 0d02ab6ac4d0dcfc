package io.writ.governance.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.Explanation;
import io.writ.governance.Grounds;
import io.writ.governance.TenantId;
import io.writ.governance.policy.Asking;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.PolicyDecisionPoint;
import io.writ.governance.policy.Resource;
import io.writ.governance.policy.ShippedPolicy;
import io.writ.governance.policy.TellingPolicy;
import io.writ.governance.source.catalogue.Catalogue;
import io.writ.governance.source.catalogue.CatalogueFile;
import io.writ.governance.source.catalogue.SecretView;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a refused caller is told, over the shipped catalogue and an engine that would tell everything it sees. */
class DisclosureTest {

    private static final TenantId LOCAL = new TenantId("local");
    private static final Catalogue SHIPPED = CatalogueFile.read(Path.of("../../config/catalogue.json"));
    private static final Catalogue CATALOGUE = SecretView.in(SHIPPED, "safe_payroll");

    private final PolicyDecisionPoint policy = TellingPolicy.decisionPoint();
    private final Disclosure disclosure = new Disclosure(policy, () -> CATALOGUE);

    @ParameterizedTest
    @ValueSource(strings = {"fetch_span", "list_versions"})
    void aSecretDocumentIsExplainedAsOneThatDoesNotExist(String operator) {
        Grounds secret = document(operator, "projects/heron.txt");

        assertThat(document(operator, "projects/no_such_thing.txt")).isEqualTo(secret);
        assertThat(document(operator, "nowhere/heron.txt")).isEqualTo(secret);
        assertThat(secret.toString()).doesNotContain("projects");
    }

    @Test
    void anotherTenantsDocumentIsExplainedAsOneThatDoesNotExist() {
        assertThat(document("fetch_span", "other/handbook.txt")).isEqualTo(document("fetch_span", "nowhere/a.txt"));
    }

    @Test
    void aSecretViewIsExplainedAsOneThatDoesNotExist() {
        assertThat(view("safe_payroll")).isEqualTo(view("safe_nothing"));
    }

    @Test
    void whatWouldOpenASecretViewIsNotToldThoughPolicyKnowsItByName() {
        PolicyDecisionPoint shipped = ShippedPolicy.decisionPoint();
        Disclosure overHidden = new Disclosure(shipped, () -> CATALOGUE);

        assertThat(told(overHidden, shipped, "safe_payroll")).isEqualTo(told(overHidden, shipped, "safe_nothing"));
        assertThat(told(new Disclosure(shipped, () -> SHIPPED), shipped, "safe_payroll")
                        .leastChange()
                        .orElseThrow()
                        .alternatives())
                .as("the same view where it is listed")
                .isNotEmpty();
    }

    @Test
    void aListedSourceIsExplainedAsItWasDecided() {
        Grounds told = document("fetch_span", "board/minutes.txt");

        assertThat(told.explanation())
                .hasToString(TellingPolicy.seen("board", "restricted").toString());
    }

    @Test
    void aDocumentThatDiffersFromItsCollectionIsNotExplained() {
        assertThat(document("fetch_span", "people/salary_bands.txt").explanation())
                .isEqualTo(Disclosure.WITHHELD);
    }

    @Test
    void whatASearchFoundIsNeverExplainedToItsCaller() {
        List<Resource> found = List.of(CATALOGUE.document("board/minutes.txt", LOCAL));
        PolicyDecision refused = policy.decide(TellingPolicy.release(found));

        assertThat(refused.provenance().explanation()).isInstanceOf(Explanation.Traced.class);
        assertThat(disclosure.advice(refused)).isEqualTo(Grounds.of(Disclosure.WITHHELD));
    }

    @Test
    void adviceIsGivenWhereItIsAskedForAndNowhereElse() {
        PolicyDecision refused =
                policy.decide(TellingPolicy.call("fetch_span", CATALOGUE.document("board/minutes.txt", LOCAL)));

        assertThat(disclosure.advice(refused).leastChange()).isPresent();
        assertThat(disclosure.grounds(refused).leastChange()).isEmpty();
    }

    private Grounds document(String operator, String id) {
        return disclosure.advice(policy.decide(TellingPolicy.call(operator, CATALOGUE.document(id, LOCAL))));
    }

    private Grounds view(String id) {
        return disclosure.advice(policy.decide(TellingPolicy.call(
                "fetch_rows", CATALOGUE.viewResource(id, List.of("department"), List.of(), List.of()))));
    }

    private static Grounds told(Disclosure disclosure, PolicyDecisionPoint shipped, String view) {
        Resource.View payroll = CATALOGUE.viewResource(view, List.of("x"), List.of(), List.of());
        return disclosure.advice(shipped.decide(Asking.call(Asking.principal("support"), "fetch_rows", payroll)));
    }
}

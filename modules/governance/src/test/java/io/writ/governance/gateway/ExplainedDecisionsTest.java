package io.writ.governance.gateway;

import static io.writ.governance.gateway.Visit.answer;
import static io.writ.governance.gateway.Visit.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.Caller;
import io.writ.governance.DecisionRecord;
import io.writ.governance.Explanation;
import io.writ.governance.Grounds;
import io.writ.governance.LeastChange;
import io.writ.governance.RuleResult;
import io.writ.governance.TenantId;
import io.writ.governance.disclosure.Disclosure;
import io.writ.governance.persistence.Samples;
import io.writ.governance.source.Reading;
import jakarta.json.Json;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How decisions of the shipped policy came about: told, recorded, and read again by those who may. */
class ExplainedDecisionsTest {

    private static final TenantId LOCAL = new TenantId("local");

    private final Desk desk = Desk.shipped(Clock.fixed(Samples.NOW, ZoneOffset.UTC));
    private final Caller auditor = Samples.caller(LOCAL, "auditor", "auditor");

    @Test
    void aDenialTellsItsRulesAndTheLeastChangeAndTheRunShowsTheSame() {
        Visit visit = visit("developer");
        Grounds told = denied(visit, "fetch_rows", "{'view_id':'safe_payroll','fields':['name','monthly_salary']}");

        assertThat(told.leastChange())
                .contains(new LeastChange(
                        List.of(List.of(new LeastChange.Change(
                                "/subject/roles/-", Optional.empty(), Optional.of(Json.createValue("hr"))))),
                        true));
        assertThat(rules(told.explanation()))
                .anySatisfy(rule -> {
                    assertThat(rule.rule()).isEqualTo("writ.authz.view_decision");
                    assertThat(rule.location()).contains("views.rego:");
                    assertThat(rule.contributed()).isTrue();
                })
                .anySatisfy(rule -> assertThat(rule.matched()).isFalse());
        assertThat(last(visit, visit.caller()).grounds()).isEqualTo(told);
        assertThat(last(visit, auditor).grounds()).isEqualTo(told);
    }

    @Test
    void anAnsweredCallIsExplainedOnItsRun() {
        Visit visit = visit("developer");
        answer(visit.call("fetch_span", "{'object_id':'public/support_policy.txt'}"));

        assertThat(rules(last(visit, visit.caller()).grounds().explanation()))
                .filteredOn(RuleResult::contributed)
                .extracting(RuleResult::rule)
                .contains("writ.authz.decision", "writ.authz.document_decision", "writ.authz.held_roles");
    }

    @Test
    void whatIsSaidOfFoundItemsIsForThoseWhoSeeAllRecords() {
        Visit visit = visit("support");
        desk.sources.holds(new Reading.Hits(List.of(
                Shelf.hit(desk.sources.catalogue().document("public/support_policy.txt", LOCAL)),
                Shelf.hit(desk.sources.catalogue().document("restricted/restricted_1.txt", LOCAL)))));
        answer(visit.search());

        assertThat(last(visit, visit.caller()).releaseExplanation()).contains(Disclosure.WITHHELD);
        assertThat(rules(last(visit, auditor).releaseExplanation().orElseThrow()))
                .extracting(RuleResult::rule)
                .contains("writ.authz.item_verdict");
    }

    @ParameterizedTest
    @ValueSource(strings = {"developer", "support", "analyst", "hr", "team_lead"})
    void aSecretDocumentIsToldAndShownAsOneThatDoesNotExist(String role) {
        Visit visit = visit(role);
        Grounds secret = denied(visit, "fetch_span", "{'object_id':'projects/heron.txt'}");
        DecisionRecord shown = last(visit, visit.caller());
        Grounds missing = denied(visit, "fetch_span", "{'object_id':'no_such/heron.txt'}");

        assertThat(missing).isEqualTo(secret);
        assertThat(shown.grounds()).isEqualTo(last(visit, visit.caller()).grounds());
        assertThat(secret.leastChange()).isEmpty();
    }

    @Test
    void aForbiddenDocumentIsToldAsOneThatIsMissingBesideIt() {
        Visit visit = visit("support");

        assertThat(denied(visit, "fetch_span", "{'object_id':'restricted/restricted_1.txt'}"))
                .isEqualTo(denied(visit, "fetch_span", "{'object_id':'restricted/no_such_file.txt'}"));
    }

    @Test
    void aRecordStaysSmallBesideItsEvidence() {
        Visit visit = visit("developer");
        answer(visit.call("fetch_rows", "{'view_id':'safe_coffees','fields':['name']}"));

        assertThat(rules(last(visit, auditor).grounds().explanation())).hasSizeBetween(10, 80);
    }

    private Grounds denied(Visit visit, String operator, String params) {
        return refusal(visit.call(operator, params)).decision().orElseThrow().grounds();
    }

    private DecisionRecord last(Visit visit, Caller reader) {
        return desk.archive
                .run(reader, visit.access().session())
                .orElseThrow()
                .decisions()
                .getLast();
    }

    private static List<RuleResult> rules(Explanation explanation) {
        assertThat(explanation).isInstanceOf(Explanation.Traced.class);
        return ((Explanation.Traced) explanation).rules();
    }

    private Visit visit(String role) {
        Caller caller = Samples.caller(LOCAL, role, role);
        return new Visit(desk, caller, Visit.open(desk, caller, Samples.budget(10, 1_000_000)));
    }
}

package io.writ.governance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Classification;
import io.writ.governance.Principal;
import io.writ.governance.TenantId;
import io.writ.governance.policy.PolicyDecision.Allow;
import io.writ.governance.policy.PolicyDecision.Deny;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the packaged policy decides, end to end: request, plan, data, evaluator, reader. */
class ShippedPolicyTest {

    private static final PolicyDecisionPoint POLICY = ShippedPolicy.decisionPoint();
    private static final Principal SUPPORT = Asking.principal("support");
    private static final Resource.Document OPEN =
            Asking.document("public", "public/support_policy.txt", Classification.PUBLIC);
    private static final Resource.Document SHUT =
            Asking.document("restricted", "restricted/restricted_1.txt", Classification.RESTRICTED, "developer");

    @Test
    void thePackagedPolicyIsLoadedUnderItsDigest() {
        PolicyStatus status = POLICY.status();
        assertThat(status.lastError()).isEmpty();
        assertThat(status.usable()).isTrue();
        assertThat(status.engine()).isEqualTo("embedded");
        assertThat(status.bundle().hex()).isEqualTo(Workspace.text(Workspace.OPA.resolve("dist/BUNDLE_SHA256")));
        assertThat(status.revision()).matches("1\\+sha256:[0-9a-f]{16}");
    }

    @ParameterizedTest
    @EnumSource(PolicyAction.class)
    void nobodyWithoutARoleMayDoAnything(PolicyAction action) {
        PolicyDecision decision = POLICY.decide(Asking.ask(action, Asking.principal(), "{}"));
        assertThat(decision).isInstanceOf(Deny.class);
        assertThat(decision.reason()).isEqualTo("role_missing");
    }

    @Test
    void aFilterOfASearchAdmitsExactlyWhatMayBeRead() {
        Allow search = (Allow) POLICY.decide(
                Asking.call(SUPPORT, "search", new Resource.Corpus("", Asking.label(Classification.PUBLIC))));
        ItemFilter filter = search.obligations().filter();
        TenantId local = new TenantId("local");
        assertThat(ItemAdmission.admits(filter, local, OPEN)).isTrue();
        assertThat(ItemAdmission.admits(filter, local, SHUT)).isFalse();
        assertThat(ItemAdmission.admits(filter, new TenantId("other"), OPEN)).isFalse();
        assertThat(ItemAdmission.admits(
                        filter, local, Asking.document("public", "public/hr.txt", Classification.PUBLIC, "hr")))
                .isFalse();
        assertThat(ItemAdmission.admits(
                        filter, local, Asking.document("public", "public/s.txt", Classification.INTERNAL)))
                .isFalse();
    }

    @Test
    void aDocumentThatMayNotBeReadIsNotReleasedBySearchEither() {
        Allow release = (Allow) POLICY.decide(Asking.release(SUPPORT, List.of(OPEN, SHUT)));
        assertThat(release.items().get(OPEN.id()).allow()).isTrue();
        assertThat(release.items().get(SHUT.id()).allow()).isFalse();
        assertThat(POLICY.decide(Asking.call(SUPPORT, "fetch_span", OPEN))).isInstanceOf(Allow.class);
        assertThat(POLICY.decide(Asking.call(SUPPORT, "fetch_span", SHUT))).isInstanceOf(Deny.class);
    }

    @Test
    void obligationsComeOutOfTheRealPolicyComplete() {
        Allow rows = (Allow) POLICY.decide(Asking.call(
                Asking.principal(Map.of("department", "roastery"), "team_lead"),
                "fetch_rows",
                Asking.view("safe_payroll", Classification.RESTRICTED, "monthly_salary", "name")));
        assertThat(rows.obligations().fields())
                .isEqualTo(new FieldRule.Except(new TreeSet<>(List.of("monthly_salary"))));
        assertThat(rows.obligations().filter())
                .isEqualTo(new ItemFilter.Or(List.of(new ItemFilter.In("department", List.of("roastery")))));
        Allow figures = (Allow) POLICY.decide(Asking.call(
                Asking.principal("analyst"),
                "aggregate",
                Asking.view("safe_payroll", Classification.RESTRICTED, "monthly_salary")));
        assertThat(figures.obligations().groupSizeMin()).hasValue(3);
        assertThat(figures.obligations().patterns())
                .extracting(PatternMask::name)
                .containsExactly("email", "phone");
    }

    @Test
    void whatNeedsAnApprovalIsDeniedWithACodeOfItsOwn() {
        PolicyRequest plain = Asking.call(
                Asking.principal("team_lead"),
                "fetch_rows",
                Asking.view("safe_subscribers", Classification.INTERNAL, "city"));
        assertThat(POLICY.decide(plain).reason()).isEqualTo("view_not_granted");
        PolicyDecision recall = POLICY.decide(Asking.purposeful(plain, "product_recall"));
        assertThat(recall).isInstanceOf(Deny.class);
        assertThat(recall.reason()).isEqualTo("obligation.unsupported");
        assertThat(recall.rules()).contains("grant.team_lead.safe_subscribers", "obligation.approval");
    }

    @Test
    void theArchiveIsWholeForAnAuditorAndOwnForOthers() {
        assertThat(POLICY.decide(Asking.ask(PolicyAction.READ_ARCHIVE, Asking.principal("auditor"), "{}"))
                        .reason())
                .isEqualTo("archive_all");
        assertThat(POLICY.decide(Asking.ask(PolicyAction.READ_ARCHIVE, SUPPORT, "{}"))
                        .reason())
                .isEqualTo("archive_own");
    }

    @Test
    void equalQuestionsHaveEqualDigests() {
        Provenance first = POLICY.decide(Asking.opening(SUPPORT)).provenance();
        Provenance second = POLICY.decide(Asking.opening(SUPPORT)).provenance();
        assertThat(first.inputHash()).isEqualTo(second.inputHash());
        assertThat(first.result()).isPresent().isEqualTo(second.result());
    }
}

package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What one principal may see, another finds neither by search, nor by snippet, nor by count. */
class PermissionIT {

    private static final String WORD_OF_RESTRICTED = "{\"query\":\"WRIT_CANARY\",\"limit\":50}";

    private final Api dev = Api.of(TestServer.shared(), "dev");
    private final Api support = Api.of(TestServer.shared(), "support");
    private final Api guest = Api.of(TestServer.shared(), "guest");

    @Test
    void searchFindsARestrictedDocumentOnlyForThoseWhoMayReadIt() {
        Answer forDev = OpenSession.open(dev).call("search", WORD_OF_RESTRICTED);
        Answer forSupport = OpenSession.open(support).call("search", WORD_OF_RESTRICTED);

        assertThat(forDev.text()).contains("restricted/restricted_1.txt");
        assertThat(forSupport.status()).isEqualTo(200);
        assertThat(forSupport.text()).doesNotContain("restricted/", "RESTRICTED");
        assertThat(refs(forSupport)).isLessThan(refs(forDev));
    }

    @Test
    void theSummaryCountsOnlyWhatWasReleased() {
        Answer answer = OpenSession.open(support).call("search", WORD_OF_RESTRICTED);

        assertThat(answer.json().getString("result_summary", "")).doesNotContain(Integer.toString(refs(answer) + 1));
    }

    @Test
    void fetchingOrListingARestrictedDocumentIsDenied() {
        OpenSession session = OpenSession.open(support);

        for (String operator : new String[] {"fetch_span", "list_versions"}) {
            Answer answer = session.call(operator, "{\"object_id\":\"restricted/restricted_1.txt\"}");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("ERR_POLICY_DENIED");
            assertThat(answer.text()).doesNotContain("WRIT_CANARY");
        }
    }

    @Test
    void aDocumentThatDoesNotExistLooksLikeOneThatIsForbidden() {
        OpenSession session = OpenSession.open(support);

        Answer forbidden = session.call("fetch_span", "{\"object_id\":\"restricted/restricted_1.txt\"}");
        Answer missing = session.call("fetch_span", "{\"object_id\":\"restricted/no_such_file.txt\"}");

        assertThat(missing.status()).isEqualTo(forbidden.status());
        assertThat(missing.code()).isEqualTo(forbidden.code());
    }

    @Test
    void fieldsThatPolicyHidesAreGoneWithTheirNames() {
        Answer answer = OpenSession.open(support)
                .call(
                        "fetch_rows",
                        "{\"view_id\":\"safe_customer_view_support\",\"fields\":[\"status\",\"support_note\"]}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).contains("WRIT_CANARY_PG_SUPPORT").doesNotContain("WRIT_CANARY_PG_ADMIN");
        assertThat(OpenSession.open(support)
                        .call("fetch_rows", "{\"view_id\":\"safe_customer_view_admin\",\"fields\":[\"admin_note\"]}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void rowsOfAnotherTenantAreNotThere() {
        Answer answer = OpenSession.open(dev)
                .call(
                        "fetch_rows",
                        "{\"view_id\":\"safe_customer_view_public\",\"fields\":[\"customer_id\",\"status\"]}");

        assertThat(answer.json().getJsonArray("result")).hasSize(2);
        assertThat(answer.text()).doesNotContain("cust_other_1");
    }

    @Test
    void aPrincipalWithoutRolesMayDoNothing() {
        Answer opened = guest.post("/v1/sessions", "{\"budget\":" + OpenSession.budget(5, 1000) + "}");

        assertThat(opened.status()).isEqualTo(403);
        assertThat(guest.post("/v1/run", "{\"query\":\"When do orders leave the roastery?\"}")
                        .text())
                .doesNotContain("Tuesday");
    }

    @Test
    void hostileTextIsReturnedAsDataAndChangesNothing() {
        Answer answer = OpenSession.open(support).call("fetch_span", "{\"object_id\":\"injection/injection_1.txt\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(OpenSession.open(support)
                        .call("fetch_rows", "{\"view_id\":\"safe_payroll\",\"fields\":[\"monthly_salary\"]}")
                        .status())
                .isEqualTo(403);
    }

    private static int refs(Answer answer) {
        return answer.json().getJsonObject("result").getJsonArray("refs").size();
    }
}

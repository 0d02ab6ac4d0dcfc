package io.writ.governance.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is found in data and catalogue, by changing one thing of the shipped ones. */
class GrantFindingsTest {

    private static final String ROLES = "/writ/authz/roles/";

    @Test
    void theShippedPolicyIsWithoutFindings() {
        assertThat(findings(OffendingRules.shippedData())).isEmpty();
    }

    @Test
    void aGrantThatNamesWhatTheBundleDoesNotDefineIsAnError() {
        assertThat(found(ROLES + "hr/obligations/masks/-", "'iban'"))
                .containsExactly("ERROR unknown_reference role.hr there is no mask iban");
        assertThat(found(ROLES + "team_lead/views/1/purposes/-", "'fun'"))
                .containsExactly("ERROR unknown_reference grant.team_lead.safe_subscribers there is no purpose fun");
        assertThat(found(ROLES + "team_lead/views/1/approval/roles/-", "'boss'"))
                .containsExactly("ERROR unknown_reference grant.team_lead.safe_subscribers there is no role boss");
        assertThat(found("/writ/authz/tenants/local/roles/-", "'ghost'"))
                .containsExactly("ERROR unknown_reference tenant.local there is no role ghost");
        assertThat(found(ROLES + "hr/documents/2/ceiling", "'secret'"))
                .contains("ERROR unknown_reference grant.hr.public there is no classification secret");
        assertThat(found(ROLES + "analyst/views/0/operators/-", "'fetch_row'"))
                .contains("ERROR unknown_reference grant.analyst.safe_subscribers there is no operator fetch_row");
    }

    @Test
    void aRestrictionThatTheRulesWouldOverlookIsAnError() {
        assertThat(found(ROLES + "hr/views/0/maxrows", "10"))
                .containsExactly("ERROR misshapen_data data /roles/hr/views/0/maxrows is unknown");
        assertThat(found(ROLES + "hr/views/0/row_where", "{'field':'department','attribute':'department'}"))
                .containsExactly("ERROR misshapen_data data /roles/hr/views/0/row_where is unknown");
        assertThat(found(ROLES + "hr/documents/0/purpose", "['product_recall']"))
                .containsExactly("ERROR misshapen_data data /roles/hr/documents/0/purpose is unknown");
        assertThat(found(ROLES + "hr/views/0/approval", "false"))
                .contains("ERROR misshapen_data data /roles/hr/views/0/approval is no object");
    }

    @Test
    void dataOfAnotherFormMayBeForOtherRules() {
        assertThat(found("/writ/authz/colour", "'red'"))
                .containsExactly("WARNING misshapen_data data /colour is unknown");
        JsonObject other = json("{'writ':{'authz':{'roles':{'hr':{'views':[{'row_where':1}]}}}}}");
        assertThat(PlanCheck.findings(new OffendingRules("unknown_input").committedPlan(), other, Optional.empty()))
                .filteredOn(finding -> finding.code().equals(Codes.MISSHAPEN_DATA))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
    }

    @Test
    void aSourceOrFieldThatTheCatalogueLacksIsAWarning() {
        assertThat(found(
                        ROLES + "hr/views/-",
                        "{'view':'safe_x','operators':['fetch_rows'],'ceiling':'public','fields':[]}"))
                .containsExactly("WARNING unknown_reference grant.hr.safe_x there is no view safe_x of the catalogue");
        assertThat(found(ROLES + "analyst/views/0/fields/-", "'shoe_size'"))
                .containsExactly(
                        "WARNING unknown_reference grant.analyst.safe_subscribers there is no field shoe_size of"
                                + " safe_subscribers");
    }

    @Test
    void aRoleThatNoTenantRecognisesIsAWarning() {
        assertThat(found("/writ/authz/tenants/other/roles", "['hr','neighbour']"))
                .isEmpty();
        assertThat(found("/writ/authz/tenants/other/roles", "['hr']"))
                .contains("WARNING uncovered_role role.neighbour no tenant recognises the role neighbour, so nobody can"
                        + " hold it");
    }

    @Test
    void aGrantAtAnotherPrefixThanItsCollectionReachesNothing() {
        assertThat(found(ROLES + "hr/documents/2/prefix", "'publik/'"))
                .containsExactly("WARNING never_matches grant.hr.public this grant reaches nothing: public lies below"
                        + " public/, not below publik/");
        assertThat(found(ROLES + "hr/documents/2/prefix", "'public/terms_'")).isEmpty();
    }

    @Test
    void aPointerIntoNothingIsAnError() {
        assertThat(found("/writ/authz/explainable/0/pointer", "'/purpos'"))
                .containsExactly("ERROR unknown_input explainable /purpos leads to nothing that is ever part of a"
                        + " question");
        assertThat(found("/writ/authz/explainable/0/pointer", "'/subject/attributes/city'"))
                .isEmpty();
    }

    @Test
    void aGrantThatAnotherOneContainsIsShadowed() {
        String narrower = "{'collection':'people','prefix':'people/team','ceiling':'internal'}";
        assertThat(found(ROLES + "hr/documents/-", narrower))
                .containsExactly("WARNING shadowed grant.hr.people the grant at data.json#" + ROLES
                        + "hr/documents/1 gives all of this");
        String fewer = "{'view':'safe_payroll','operators':['aggregate'],'ceiling':'restricted','fields':['name'],"
                + "'max_rows':50}";
        assertThat(found(ROLES + "hr/views/-", fewer))
                .singleElement()
                .asString()
                .contains("shadowed");
    }

    @Test
    void aGrantThatReachesFurtherOrObligesToMoreIsNotShadowed() {
        assertThat(found(
                        ROLES + "hr/documents/-",
                        "{'collection':'handbook','prefix':'handbook/','ceiling':'public',"
                                + "'purposes':['product_recall']}"))
                .singleElement()
                .asString()
                .contains("shadowed");
        assertThat(found(
                        ROLES + "hr/views/-",
                        "{'view':'safe_payroll','operators':['aggregate'],'ceiling':'restricted',"
                                + "'fields':['name'],'min_group_size':5,'max_rows':50}"))
                .isEmpty();
        assertThat(found(
                        ROLES + "team_lead/views/-",
                        "{'view':'safe_payroll','operators':['fetch_rows'],"
                                + "'ceiling':'restricted','fields':['name','monthly_salary'],"
                                + "'rows_where':{'field':'department','attribute':'department'}}"))
                .isEmpty();
    }

    @Test
    void aSourceThatNobodyReachesIsFoundByAsking() {
        assertThat(found("/writ/authz/closed", "{'board':'none'}"))
                .containsExactly(
                        "WARNING uncovered_view projects no role of any tenant can ever use search, fetch_span,"
                                + " list_versions on projects");
        JsonObject ungranted = changed("/writ/authz/tenants/other/roles", "[]");
        assertThat(told(findings(ungranted)))
                .as("the grant is still there, and reaches nothing")
                .contains("WARNING uncovered_view other_handbook no role of any tenant can ever use search,"
                        + " fetch_span, list_versions on other_handbook");
    }

    @Test
    void aGrantBelowTheLabelOfItsSourceReachesNothing() {
        assertThat(found(ROLES + "developer/views/5/ceiling", "'public'"))
                .containsExactlyInAnyOrder(
                        "WARNING uncovered_view safe_customer_view_admin no role of any tenant can ever use"
                                + " fetch_rows, aggregate on safe_customer_view_admin",
                        "WARNING never_matches grant.developer.safe_customer_view_admin this grant reaches nothing:"
                                + " safe_customer_view_admin is confidential, above the ceiling public");
    }

    @Test
    void anOperatorThatNobodyHoldsIsUncovered() {
        String data = OffendingRules.shippedData()
                .toString()
                .replace("\"list_versions\",", "")
                .replace(",\"list_versions\"]", "]");
        assertThat(told(findings(json(data))))
                .contains("WARNING uncovered_operator list_versions no role of any tenant can ever use list_versions on"
                        + " anything");
    }

    @Test
    void aReasonToBeClosedThatNoLongerHoldsIsFound() {
        assertThat(found("/writ/authz/closed/handbook", "'why'"))
                .containsExactly("WARNING unknown_reference closed.handbook handbook is not closed: roles reach it with"
                        + " every operator");
    }

    @Test
    void withoutACatalogueOnlyTheBundleItselfIsChecked() {
        JsonObject data = changed("/writ/authz/closed", "{}");
        assertThat(PlanCheck.findings(OffendingRules.shippedPlan(), data, Optional.empty()))
                .isEmpty();
    }

    @Test
    void anOrdinaryQuestionWithoutAnAnswerIsAnError() {
        List<Finding> findings = PlanCheck.findings(
                new OffendingRules("shadowed").committedPlan(), OffendingRules.shippedData(), Optional.empty());
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("policy.check.undefined_answer");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        });
    }

    private static List<String> found(String pointer, String value) {
        return told(findings(changed(pointer, value)));
    }

    private static List<Finding> findings(JsonObject data) {
        return PlanCheck.findings(OffendingRules.shippedPlan(), data, Optional.of(OffendingRules.shippedCatalogue()));
    }

    private static List<String> told(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.severity() + " " + finding.code().replace("policy.check.", "") + " "
                        + finding.rule() + " " + finding.advice().split(";", 2)[0])
                .toList();
    }

    private static JsonObject changed(String pointer, String value) {
        JsonObject wrapped = json("{'value':" + value + "}");
        JsonValue member = wrapped.get("value");
        return Json.createPatchBuilder().add(pointer, member).build().apply(OffendingRules.shippedData());
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }
}

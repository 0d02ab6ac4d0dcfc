package io.writ.evidence.finalization;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.EvidenceUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordClaimsTest {

    private static final EvidenceUnit PUBLIC = Units.customer("cust_public_1", """
            {"status":"active","plan_tier":"free","amount":"250.00","updated_at":"2026-01-01T00:00:00Z",
             "support_note":"The customer asked for a refund of 30 EUR.","phone":null}""");

    private static final EvidenceUnit RESTRICTED =
            Units.customer("cust_restricted_1", "{\"status\":\"suspended\",\"plan_tier\":\"enterprise\"}");

    private static final EvidenceUnit BY_STATUS = Units.aggregate("""
            [{"group":{"status":"active"},"metrics":[{"name":"count","field":"customer_id","value":3}]},
             {"group":{"status":"suspended"},"metrics":[{"name":"count","field":"customer_id","value":1}]}]""");

    private static final EvidenceUnit SUMS = Units.aggregate("""
            [{"group":{"region":"north","plan_tier":"free"},
              "metrics":[{"name":"sum","field":"amount","value":1200},{"name":"count","field":"amount","value":4}]}]""");

    private static final EvidenceUnit ACTIVE_ONLY = Units.filtered(
            "{\"status\":\"active\"}",
            "[{\"group\":{},\"metrics\":[{\"name\":\"count\",\"field\":\"customer_id\",\"value\":3}]}]");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "There are 3 active customers | SUPPORTED",
                "The count of customers with status active is 3 | SUPPORTED",
                "The count of customers is 3 | NOT_SUPPORTED",
                "There are 3 customers | NOT_SUPPORTED",
                "There are 3 suspended customers | NOT_SUPPORTED",
            })
    void aFigureOverSomeRecordsIsNotAFigureOverAll(String claim, String verdict) {
        check(claim, verdict, ACTIVE_ONLY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Status of cust_public_1 is active | SUPPORTED",
                "Status of cust_public_1 is active. | SUPPORTED",
                "The status of customer cust_public_1 is \"active\" | SUPPORTED",
                "cust_public_1 has active status and free plan tier | SUPPORTED",
                "The plan_tier of cust_public_1 is free and the status is active | SUPPORTED",
                "status and plan tier of cust_public_1 are active and free | SUPPORTED",
                "Amount of cust_public_1 is 250 | SUPPORTED",
                "updated_at of cust_public_1 is 1 January 2026 | SUPPORTED",
                "The customer asked for a refund of 30 EUR | SUPPORTED",
                "Status of cust_public_1 is suspended | NOT_SUPPORTED",
                "Status of cust_public_1 is not active | NOT_SUPPORTED",
                "Plan tier of cust_public_1 is active | STITCHED",
                "cust_public_1 is active | STITCHED",
                "Status of cust_public_1 is free and the plan tier is active | STITCHED",
                "Status of cust_restricted_1 is suspended | MISATTRIBUTED",
                "Status of cust_restricted_1 is active | NOT_FOUND",
                "Amount of cust_public_1 is 251 | ALTERED_NUMBER",
                "Amount of cust_public_1 is 250 and phone is 5 | NOT_SUPPORTED",
            })
    void aClaimAboutARowNamesTheFieldAndItsValue(String claim, String verdict) {
        check(claim, verdict, PUBLIC, RESTRICTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The count of customers with status active is 3 | SUPPORTED",
                "There are 3 active customers | SUPPORTED",
                "Count(customer_id) for status suspended is 1 | SUPPORTED",
                "The number of suspended customers is 1 | SUPPORTED",
                "There are 4 active customers | ALTERED_NUMBER",
                "There are 1 active customers | ALTERED_NUMBER",
                "The count is 3 | NOT_SUPPORTED",
                "There are 3 gold customers | NOT_FOUND",
            })
    void aClaimAboutAGroupNamesTheGroupAndItsFigure(String claim, String verdict) {
        check(claim, verdict, BY_STATUS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The total amount for north and free is 1,200 | SUPPORTED",
                "The sum of amount for region north and plan tier free is 1200 | SUPPORTED",
                "The sum is 1200 and the count is 4 for north free | SUPPORTED",
                "The sum is 4 and the count is 1200 for north free | ALTERED_NUMBER",
                "There are 1200 north free customers | NOT_SUPPORTED",
                "The sum of amount for region free and plan tier north is 1200 | NOT_SUPPORTED",
                "The sum for north is 1200 | NOT_SUPPORTED",
            })
    void figuresOfOneGroupAreNotSwapped(String claim, String verdict) {
        check(claim, verdict, SUMS);
    }

    private static void check(String claim, String verdict, EvidenceUnit cited, EvidenceUnit... others) {
        String found = Units.judge(claim, cited, others).verdict().name();
        if (verdict.equals("NOT_SUPPORTED")) {
            assertThat(found).isNotEqualTo("SUPPORTED");
        } else {
            assertThat(found).isEqualTo(verdict);
        }
    }
}

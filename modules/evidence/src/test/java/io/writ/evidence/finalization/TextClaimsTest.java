package io.writ.evidence.finalization;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.ClaimStatus;
import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.JudgedClaim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextClaimsTest {

    private static final EvidenceUnit REFUNDS = Units.text("handbook/refunds.txt", """
            Refunds
            Annual plans are refunded within 30 days of the purchase date. After that no refund is
            given, unless the service was down. The processing fee is 1,250.50 EUR.
            Plan A costs $10 and plan B costs $20 per month.
            The policy took effect on 2 January 2026.
            Guests may stay for up to 14 nights; the door code doesn’t change.
            "Customers first" is the motto, e.g. on the website.
            Dr. Meyer signs for amounts above 5 million euro.
            """);

    private static final EvidenceUnit TRAVEL = Units.text("handbook/travel.txt", """
            Hotel rooms are booked by the travel desk. Meals cost 45 EUR per day.
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Annual plans are refunded within 30 days of the purchase date. | SUPPORTED",
                "annual plans are refunded within 30 days | SUPPORTED",
                "Annual plans refunded within 30 days of purchase | SUPPORTED",
                "The processing fee is €1250.5 | SUPPORTED",
                "The policy took effect on 2026-01-02 | SUPPORTED",
                "The policy took effect on January 2nd, 2026. | SUPPORTED",
                "Plan B costs $20 per month | SUPPORTED",
                "The door code does not change | SUPPORTED",
                "Dr. Meyer signs for amounts above 5,000,000 EUR | SUPPORTED",
                "After that no refund is given, unless the service was down. | SUPPORTED",
                "Annual plans are refunded within 31 days | ALTERED_NUMBER",
                "The processing fee is 1,250.60 EUR | ALTERED_NUMBER",
                "The processing fee is 1,250.50 USD | ALTERED_NUMBER",
                "The policy took effect on 3 January 2026 | ALTERED_NUMBER",
                "Plan B costs $10 per month | ALTERED_NUMBER",
                "Plan A costs $20 per month | ALTERED_NUMBER",
                "Annual plans are not refunded within 30 days | NOT_FOUND",
                "After that refund is given | NOT_FOUND",
                "The door code does change | NOT_FOUND",
                "Guests may stay for 14 nights | NOT_FOUND",
                "14 nights | NOT_FOUND",
                "Dr. Meyer signs for amounts of 5 million euro | NOT_FOUND",
                "Monthly plans are refunded within 30 days | NOT_FOUND",
                "The moon is made of cheese | NOT_FOUND",
                "Meals cost 45 EUR per day | MISATTRIBUTED",
                "Annual plans take effect on 2 January 2026 | NOT_FOUND",
                "Annual plans took effect on 2 January 2026 | STITCHED",
                "Purchase plans are refunded within 30 days | STITCHED",
            })
    void aClaimAboutTextIsJudgedByTheSentencesOfTheCitedUnit(String claim, String verdict) {
        assertThat(Units.judge(claim, REFUNDS, TRAVEL).verdict()).hasToString(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The handbook says “Annual plans are refunded” | SUPPORTED",
                "According to refunds.txt, «the processing fee is 1'250.50 EUR» | SUPPORTED",
                "\"Customers first\" is the motto | SUPPORTED",
                "It states \"refunded within 30 days\" of purchase | SUPPORTED",
                "It states \"refunded within 40 days\" | ALTERED_NUMBER",
                "It states \"refunded within days\" | STITCHED",
                "It states \"hotel rooms are booked\" | MISATTRIBUTED",
                "It states \"refunded twice\" | NOT_FOUND",
                "The chairman says \"Annual plans are refunded\" | NOT_FOUND",
                "It does not say \"Annual plans are refunded\" | NOT_FOUND",
                "\"Hotel rooms\" are \"refunded\" | NOT_FOUND",
                "\"Guests\" \"are refunded within 30 days\" | STITCHED",
                "\"Customers first\" is \"refunded\" | STITCHED",
                "Plan A costs \"$20\" | ALTERED_NUMBER",
                "\"Plan A\" costs \"$20 per month\" | ALTERED_NUMBER",
            })
    void aQuotationMustStandInTheCitedUnitWordForWord(String claim, String verdict) {
        assertThat(Units.judge(claim, REFUNDS, TRAVEL).verdict()).hasToString(verdict);
    }

    private static final EvidenceUnit CLAUSES = Units.text("handbook/clauses.txt", """
            The head roaster may approve refunds and the intern may approve coffee.
            Vouchers are granted to subscribers but denied to resellers.
            Shipping is free if the order has ten bags.
            Only Clara may open the safe.
            Clara believes that Rui pays the rent.
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The head roaster may approve refunds | SUPPORTED",
                "The intern may approve coffee | SUPPORTED",
                "The roaster may approve refunds | SUPPORTED",
                "Vouchers are denied to resellers | STITCHED",
                "The head roaster may approve coffee | STITCHED",
                "Vouchers are granted to resellers | STITCHED",
                "Clara pays the rent | STITCHED",
                "Shipping is free | NOT_FOUND",
                "Clara may open the safe | NOT_FOUND",
                "Only Clara may open the safe | SUPPORTED",
            })
    void clausesOfOneSentenceDoNotLendEachOtherTheirWords(String claim, String verdict) {
        assertThat(Units.judge(claim, CLAUSES).verdict()).hasToString(verdict);
    }

    @Test
    void aClaimThatFailsBecomesUnknownWithAReasonThatQuotesNothing() {
        JudgedClaim judged = Units.judge("Annual plans are refunded within 31 days", REFUNDS);

        assertThat(judged.claim().status()).isEqualTo(ClaimStatus.UNKNOWN);
        assertThat(judged.reason()).isEqualTo("The cited evidence says it with another figure or unit.");
    }

    @Test
    void aUnitWithTwoFiguresInOneSentenceDoesNotLendThemToEachOther() {
        EvidenceUnit unit = Units.text("x", "Alice pays 10 euro to Bob and Carol pays 20 euro to Dan.");

        assertThat(Units.judge("Alice pays 10 euro to Bob", unit).verdict()).hasToString("SUPPORTED");
        assertThat(Units.judge("Carol pays 20 euro to Dan", unit).verdict()).hasToString("SUPPORTED");
        assertThat(Units.judge("Alice pays 20 euro to Dan", unit).verdict()).hasToString("ALTERED_NUMBER");
        assertThat(Units.judge("Bob pays 10 euro to Alice", unit).verdict()).hasToString("STITCHED");
    }

    @Test
    void superscriptsAndFractionsAreNotReadAsDigits() {
        EvidenceUnit unit = Units.text("x", "The area is 10² and the share is 1½.");

        assertThat(Units.judge("The area is 102", unit).verdict()).hasToString("ALTERED_NUMBER");
        assertThat(Units.judge("The area is 10²", unit).verdict()).hasToString("SUPPORTED");
    }

    @Test
    void daysAreNotBusinessDays() {
        EvidenceUnit unit = Units.text("x", "Refunds arrive within 30 business days.");

        assertThat(Units.judge("Refunds arrive within 30 days", unit).verdict()).hasToString("ALTERED_NUMBER");
    }
}

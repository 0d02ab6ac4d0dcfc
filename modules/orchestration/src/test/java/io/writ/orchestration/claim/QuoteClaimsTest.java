package io.writ.orchestration.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Claim;
import io.writ.evidence.EvidenceUnit;
import io.writ.orchestration.Fixtures;
import io.writ.orchestration.Units;
import io.writ.orchestration.plan.Part;
import io.writ.orchestration.plan.Planner;
import io.writ.orchestration.schedule.Findings;
import io.writ.orchestration.schedule.Hit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class QuoteClaimsTest {

    private static final EvidenceUnit REFUND = Units.text("handbook/refund_policy.txt", """
            Refund policy
            Unopened bags can be returned within 21 days of delivery for a full refund.
            Refunds are paid to the original means of payment within 5 working days.
            Refunds above 150 euro need the approval of Clara Pinto.
            Gift subscriptions are not refunded, but they can be transferred to another person at any time.
            """);

    private static final EvidenceUnit SHIPPING = Units.text("handbook/shipping_policy.txt", """
            Shipping policy
            Orders leave the roastery on Tuesday and Friday.
            Delivery within Portugal takes 2 working days; the Azores and Madeira take
            6 working days.
            A parcel that has not arrived after 10 working days is treated as lost and
            sent again at our cost.
            """);

    private static final EvidenceUnit SMOKE = Units.text("handbook/roasting_guide.txt", """
            Roasting guide
            If the smoke alarm sounds, press the red stop and do not open the drum.
            """);

    private static final EvidenceUnit EXPENSES = Units.text("handbook/expense_policy.txt", """
            Expense policy
            Purchases above 400 euro need the approval of Rui Matos before they are made.
            """);

    @ParameterizedTest
    @CsvFileSource(resources = "relevance.tsv", delimiter = '\t', numLinesToSkip = 1, quoteCharacter = '`')
    void aQuestionIsAnsweredByTheSentenceOfTheTableOrByNone(String question, String beginning) {
        List<String> texts = claims(question).stream().map(Claim::text).toList();

        if (beginning.equals("nothing")) {
            assertThat(texts).isEmpty();
        } else {
            assertThat(texts).isNotEmpty();
            assertThat(texts.getFirst()).startsWith("\"" + beginning);
        }
    }

    @Test
    void aClaimCitesOnlyTheUnitThatSaysItAndTellsTheLine() {
        List<Claim> claims = claims("Who approves refunds above 150 euro?");

        assertThat(claims).hasSize(1);
        assertThat(claims.getFirst().evidence()).containsExactly(REFUND.id());
        assertThat(claims.getFirst().snippets())
                .extracting(snippet -> snippet.location())
                .containsExactly("fs_corpus/handbook/refund_policy.txt line 4");
    }

    @Test
    void aSentenceThatQuotesSomebodyIsNotQuotedAgain() {
        EvidenceUnit unit = Units.text("a.txt", "The sign on the roaster says \"never charge a cold drum\".\n");

        assertThat(claims("What does the sign on the roaster say?", List.of(unit)))
                .extracting(Claim::text)
                .containsExactly("The sign on the roaster says \"never charge a cold drum\".");
    }

    @Test
    void aUnitOfJsonIsNotQuoted() {
        EvidenceUnit row = Units.row("safe_coffees:JC-01", "{'name':'refund policy'}");

        assertThat(claims("What is our refund policy?", List.of(row))).isEmpty();
    }

    private static List<Claim> claims(String question) {
        return claims(question, List.of(REFUND, SHIPPING, EXPENSES, SMOKE));
    }

    private static List<Claim> claims(String question, List<EvidenceUnit> units) {
        Part part = new Planner(Fixtures.capabilities()).plan(question).parts().getFirst();
        List<Hit> hits =
                units.stream().map(unit -> new Hit(unit.objectId(), "")).toList();
        Findings findings = new Findings(part.step(), units, hits, List.of(), List.of(), List.of(), false);
        return new StepClaims().of(part, findings);
    }
}

package io.writ.governance.policy;

import static io.writ.governance.policy.ItemAdmission.admits;
import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Classification;
import io.writ.evidence.Label;
import io.writ.evidence.OriginTrust;
import io.writ.governance.TenantId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemAdmissionTest {

    private static final Map<String, List<String>> ITEM =
            Map.of("collection", List.of("public"), "classification", List.of("internal"));
    private static final ItemFilter IN_PUBLIC = new ItemFilter.In("collection", List.of("public", "handbook"));
    private static final ItemFilter ELSEWHERE = new ItemFilter.In("collection", List.of("board"));
    private static final ItemFilter UNHEARD_OF = new ItemFilter.In("shoe_size", List.of("42"));

    @Test
    void allAdmitsAndNoneDoesNot() {
        assertThat(admits(new ItemFilter.All(), Map.of())).isTrue();
        assertThat(admits(new ItemFilter.None(), ITEM)).isFalse();
    }

    @Test
    void oneOfTheNamedValuesIsEnough() {
        assertThat(admits(IN_PUBLIC, ITEM)).isTrue();
        assertThat(admits(ELSEWHERE, ITEM)).isFalse();
    }

    @Test
    void anEmptyListOfValuesAdmitsNothing() {
        assertThat(admits(new ItemFilter.In("collection", List.of()), ITEM)).isFalse();
    }

    @Test
    void anUnknownFieldAdmitsNothingAndNeitherDoesItsNegation() {
        assertThat(admits(UNHEARD_OF, ITEM)).isFalse();
        assertThat(admits(new ItemFilter.Not(UNHEARD_OF), ITEM)).isFalse();
        assertThat(admits(new ItemFilter.Not(new ItemFilter.In("shoe_size", List.of())), ITEM))
                .isFalse();
        assertThat(admits(new ItemFilter.Not(new ItemFilter.And(List.of(IN_PUBLIC, UNHEARD_OF))), ITEM))
                .isFalse();
        assertThat(admits(new ItemFilter.Not(new ItemFilter.Or(List.of(ELSEWHERE, UNHEARD_OF))), ITEM))
                .isFalse();
    }

    @Test
    void theNegationOfSomethingFalseAdmits() {
        assertThat(admits(new ItemFilter.Not(ELSEWHERE), ITEM)).isTrue();
        assertThat(admits(new ItemFilter.Not(IN_PUBLIC), ITEM)).isFalse();
    }

    @Test
    void aCeilingAdmitsWhatIsKnownToBeBelow() {
        assertThat(admits(new ItemFilter.AtMost("classification", "internal"), ITEM))
                .isTrue();
        assertThat(admits(new ItemFilter.AtMost("classification", "restricted"), ITEM))
                .isTrue();
        assertThat(admits(new ItemFilter.AtMost("classification", "public"), ITEM))
                .isFalse();
    }

    @Test
    void aClassificationNobodyDefinedIsBelowNothingAndAboveNothing() {
        Map<String, List<String>> odd = Map.of("classification", List.of("internal", "cosmic"));
        ItemFilter ceiling = new ItemFilter.AtMost("classification", "restricted");
        ItemFilter unheardOf = new ItemFilter.AtMost("classification", "cosmic");
        assertThat(admits(ceiling, odd)).isFalse();
        assertThat(admits(new ItemFilter.Not(ceiling), odd)).isFalse();
        assertThat(admits(unheardOf, ITEM)).isFalse();
        assertThat(admits(new ItemFilter.Not(unheardOf), ITEM)).isFalse();
    }

    @Test
    void allPartsMustHoldOrOneOfThem() {
        assertThat(admits(new ItemFilter.And(List.of()), ITEM)).isTrue();
        assertThat(admits(new ItemFilter.Or(List.of()), ITEM)).isFalse();
        assertThat(admits(new ItemFilter.And(List.of(IN_PUBLIC, ELSEWHERE)), ITEM))
                .isFalse();
        assertThat(admits(new ItemFilter.And(List.of(IN_PUBLIC, UNHEARD_OF)), ITEM))
                .isFalse();
        assertThat(admits(new ItemFilter.Or(List.of(ELSEWHERE, IN_PUBLIC)), ITEM))
                .isTrue();
    }

    @Test
    void aDocumentOfAnotherTenantIsNotAdmitted() {
        ItemFilter ours = new ItemFilter.In("tenant", List.of("local"));
        Resource.Document document = document(List.of());
        assertThat(admits(ours, new TenantId("local"), document)).isTrue();
        assertThat(admits(ours, new TenantId("other"), document)).isFalse();
    }

    @Test
    void aDocumentWithoutAudienceIsForEveryone() {
        ItemFilter readers = new ItemFilter.In("audience", List.of(ItemAdmission.EVERYONE, "support"));
        TenantId local = new TenantId("local");
        assertThat(admits(readers, local, document(List.of()))).isTrue();
        assertThat(admits(readers, local, document(List.of("support", "hr")))).isTrue();
        assertThat(admits(readers, local, document(List.of("hr")))).isFalse();
    }

    private static Resource.Document document(List<String> audience) {
        Label label = new Label(Classification.PUBLIC, OriginTrust.INTERNAL_REVIEWED);
        return new Resource.Document("public/a.txt", "public", label, audience);
    }
}

package io.writ.governance.source.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.policy.FieldRule;
import io.writ.governance.policy.ItemFilter;
import io.writ.governance.policy.Obligations;
import io.writ.governance.policy.PatternMask;
import io.writ.governance.policy.ShippedPolicy;
import io.writ.governance.source.QueryScope;
import io.writ.governance.source.Reading;
import io.writ.governance.source.Shipped;
import io.writ.governance.source.SourceFailure;
import io.writ.governance.source.SourceQuery;
import io.writ.governance.source.SourceQuery.MatchMode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What policy masks is not told by whether a search finds it either. */
class MaskedSearchTest {

    private static final String GUIDE = "handbook/incident_guide.txt";
    private static final String NUMBER = "+351 220 555 014";

    private final CorpusReads corpus = new CorpusReads(Shipped.CORPUS, new ForgetfulStore(), Clock.systemUTC());
    private final Obligations analyst = obligations("analyst");

    @Test
    void noPrefixOfAMaskedNumberIsFound() {
        for (int digits = 1; digits <= NUMBER.length(); digits++) {
            assertThat(lines(phrase(NUMBER.substring(0, digits)), analyst)).isEmpty();
        }
    }

    @Test
    void noGuessAmongOtherWordsIsTold() {
        assertThat(lines(phrase("duty phone, +351"), analyst)).isEmpty();
        assertThat(lines(all("duty", "220"), analyst)).isEmpty();
        assertThat(lines(all("duty"), analyst)).hasSize(1);
    }

    @Test
    void theSameLineIsFoundByItsOtherWords() {
        assertThat(lines(phrase("answered day and night"), analyst))
                .singleElement()
                .asString()
                .contains(NUMBER);
    }

    @Test
    void whoseReadingIsNotMaskedFindsTheNumber() {
        assertThat(lines(phrase(NUMBER), obligations("developer"))).hasSize(1);
    }

    @Test
    void underAMaskThatCannotWorkNothingIsSearched() {
        var everything = new PatternMask("all", ".*", "");
        var broken = new Obligations(
                new FieldRule.All(),
                List.of(everything),
                new ItemFilter.All(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(corpus.read(phrase("duty"), Shipped.LOCAL, broken))
                .isInstanceOfSatisfying(
                        Reading.Failed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(SourceFailure.OBLIGATION_UNSUPPORTED));
    }

    private List<String> lines(SourceQuery.Search search, Obligations obligations) {
        return ((Reading.Hits) corpus.read(search, Shipped.LOCAL, obligations))
                .hits().stream()
                        .filter(hit -> hit.document().id().equals(GUIDE))
                        .map(Reading.Hit::text)
                        .toList();
    }

    private static Obligations obligations(String role) {
        return ShippedPolicy.obligations(
                role, "search", QueryScope.of(phrase("duty"), Shipped.catalogue(), Shipped.LOCAL));
    }

    private static SourceQuery.Search all(String... words) {
        return new SourceQuery.Search(String.join(" ", words), List.of(words), MatchMode.ALL, false, "handbook/", 50);
    }

    private static SourceQuery.Search phrase(String words) {
        return new SourceQuery.Search(words, List.of(), MatchMode.PHRASE, false, "handbook/", 50);
    }
}

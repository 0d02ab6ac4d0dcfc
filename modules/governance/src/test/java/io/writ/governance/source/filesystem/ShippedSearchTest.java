package io.writ.governance.source.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.policy.ItemFilter;
import io.writ.governance.policy.Obligations;
import io.writ.governance.policy.TestPermits;
import io.writ.governance.source.Reading;
import io.writ.governance.source.Shipped;
import io.writ.governance.source.SourceQuery;
import io.writ.governance.source.SourceQuery.MatchMode;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may not read a document finds it neither by search, nor in a preview, nor in a number. */
class ShippedSearchTest {

    private static final ItemFilter EVERYBODY = new ItemFilter.In("audience", List.of("everyone", "developer"));

    private final CorpusReads corpus = new CorpusReads(Shipped.CORPUS, new ForgetfulStore(), Clock.systemUTC());

    @Test
    void theBestLineOfALongDocumentIsFound() {
        var query = new SourceQuery.Search("smoke alarm", List.of("smoke", "alarm"), MatchMode.ALL, false, "", 10);

        Reading.Hits hits = (Reading.Hits) corpus.read(query, Shipped.LOCAL, Obligations.NONE);

        assertThat(hits.hits()).hasSize(1);
        Reading.Hit hit = hits.hits().getFirst();
        assertThat(hit.document().id()).isEqualTo("handbook/roasting_guide.txt");
        assertThat(hit.text()).startsWith("If the smoke alarm sounds").endsWith("do not open the drum.");
        assertThat(hit.lineStart()).isEqualTo(hit.lineEnd()).isEqualTo(11);
        assertThat(((Reading.TextSpan) corpus.span(hit.document().id(), hit.startByte(), hit.endByte())).text())
                .isEqualTo(hit.text());
    }

    @Test
    void aDocumentOutsideTheFilterIsNotFoundByAnyOfItsWords() {
        var obligations = TestPermits.filter(EVERYBODY);

        assertThat(corpus.found(CorpusReads.any("salary", "reserve", "heron", "holiday"), Shipped.LOCAL, obligations))
                .isNotEmpty()
                .noneMatch(id -> id.startsWith("board/") || id.startsWith("projects/") || id.contains("salary_bands"));
        assertThat(corpus.found(CorpusReads.any("maresia", "55000"), Shipped.LOCAL, obligations))
                .isEmpty();
        assertThat(corpus.found(CorpusReads.any("salary_bands"), Shipped.LOCAL, obligations))
                .isEmpty();
    }

    @Test
    void aDocumentOutsideTheFilterTakesNoPlaceAmongTheHits() {
        var one = new SourceQuery.Search("board", List.of("board"), MatchMode.ANY, false, "", 1);

        assertThat(corpus.found(one, Shipped.LOCAL, Obligations.NONE))
                .first()
                .asString()
                .startsWith("board/");
        assertThat(corpus.found(one, Shipped.LOCAL, TestPermits.filter(EVERYBODY)))
                .noneMatch(id -> id.startsWith("board/"));
    }

    @Test
    void theCeilingOfAClassificationHolds() {
        var internal = TestPermits.filter(new ItemFilter.AtMost("classification", "internal"));

        assertThat(corpus.found(CorpusReads.any("euro"), Shipped.LOCAL, internal))
                .isNotEmpty()
                .allMatch(id -> id.startsWith("handbook/") || id.startsWith("public/"));
    }

    @Test
    void aTenantFindsItsOwnDocumentsOnly() {
        assertThat(corpus.found(CorpusReads.any("tea", "coffee"), Shipped.OTHER, Obligations.NONE))
                .containsExactly("other/price_list.txt");
        assertThat(corpus.found(CorpusReads.any("larkspur"), Shipped.LOCAL, Obligations.NONE))
                .isEmpty();
    }

    @Test
    void aCapOfPolicyCutsTheHits() {
        assertThat(corpus.found(CorpusReads.any("euro"), Shipped.LOCAL, TestPermits.rowsMax(2)))
                .hasSize(2);
    }

    @Test
    void aPrefixNarrowsTheSearch() {
        var below = new SourceQuery.Search("policy", List.of("policy"), MatchMode.ALL, false, "public", 10);

        assertThat(corpus.found(below, Shipped.LOCAL, Obligations.NONE))
                .isNotEmpty()
                .allMatch(id -> id.startsWith("public/"));
    }
}

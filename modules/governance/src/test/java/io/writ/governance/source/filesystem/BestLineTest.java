package io.writ.governance.source.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.masking.TextMasks;
import io.writ.governance.masking.UnusableMaskException;
import io.writ.governance.policy.PatternMask;
import io.writ.governance.source.SourceQuery.MatchMode;
import io.writ.governance.source.SourceQuery.Search;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BestLineTest {

    private static final String ID = "notes/refund.txt";

    @Test
    void theLineWithMostTermsWins() {
        assertThat(find("Refunds are slow.\nA refund takes 21 days.\n", MatchMode.ANY, "refund days"))
                .contains(new BestLine.Match(18, 41, 2, 2, 24));
    }

    @Test
    void theWholeQueryInALineCountsExtra() {
        assertThat(find("days refund\nrefund days\n", MatchMode.ALL, "refund days"))
                .contains(new BestLine.Match(12, 23, 2, 2, 44));
    }

    @Test
    void amongEqualScoresTheLongerLineWinsAndThenTheEarlier() {
        assertThat(find("kettle a\nkettle bb\nkettle cc\n", MatchMode.ALL, "kettle"))
                .map(BestLine.Match::startByte)
                .contains(9);
    }

    @Test
    void whenOnlyAllLinesTogetherSatisfyTheWholeTextIsTheMatch() {
        assertThat(find("one kettle\ntwo cups\n", MatchMode.ALL, "kettle cups"))
                .contains(new BestLine.Match(0, 20, 1, 3, 25));
        assertThat(find("one kettle\ntwo cups\n", MatchMode.PHRASE, "kettle cups"))
                .isEmpty();
    }

    @Test
    void onlyAsciiLettersLoseTheirCase() {
        assertThat(find("The KETTLE\n", MatchMode.ALL, "kettle")).isPresent();
        assertThat(find("ÄPFEL\n", MatchMode.ALL, "äpfel")).isEmpty();
        assertThat(find("The KETTLE\n", MatchMode.ALL, "kettle", true, masks())).isEmpty();
    }

    @Test
    void positionsAreBytesAndWindowsLineEndsBelongToNoLine() {
        assertThat(find("über\r\nkettle é\r\n", MatchMode.ALL, "kettle")).contains(new BestLine.Match(7, 16, 2, 2, 31));
    }

    @Test
    void inAnEmptyDocumentNothingIsFound() {
        assertThat(find("", MatchMode.ANY, "kettle")).isEmpty();
    }

    @Test
    void theScoreTellsNothingOfWhatIsMasked() {
        String text = "über\r\ncode 4711 kettle\n";
        var code = new PatternMask("code", "[0-9]+", "[code]");

        assertThat(find(text, MatchMode.ANY, "kettle 4711", masks(code)))
                .isEqualTo(find(text, MatchMode.ANY, "kettle 4712", masks(code)))
                .map(BestLine.Match::startByte)
                .contains(7);
        assertThat(find(text, MatchMode.ANY, "4711", masks(code))).isEmpty();
    }

    @Test
    void aMaskThatReachesOverALineBreakHidesBothLines() {
        var secret = new PatternMask("secret", "BEGIN(.|\n)*END", "[secret]");

        assertThat(find("kettle BEGIN 47\n11 END cups\n", MatchMode.ANY, "47 11", masks(secret)))
                .isEmpty();
        assertThat(find("kettle BEGIN 47\n11 END cups\n", MatchMode.ALL, "cups", masks(secret)))
                .map(BestLine.Match::lineStart)
                .contains(2);
    }

    private static Optional<BestLine.Match> find(String text, MatchMode mode, String query) {
        return find(text, mode, query, false, masks());
    }

    private static Optional<BestLine.Match> find(String text, MatchMode mode, String query, TextMasks masks) {
        return find(text, mode, query, false, masks);
    }

    private static Optional<BestLine.Match> find(
            String text, MatchMode mode, String query, boolean caseSensitive, TextMasks masks) {
        var search = new Search(query, List.of(query.split(" ")), mode, caseSensitive, "", 10);
        var document = TextDocument.of(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        return new BestLine(search, masks).in(ID, document);
    }

    private static TextMasks masks(PatternMask... masks) {
        try {
            return TextMasks.compile(List.of(masks));
        } catch (UnusableMaskException impossible) {
            throw new AssertionError(impossible);
        }
    }
}

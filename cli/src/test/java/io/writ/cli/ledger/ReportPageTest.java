package io.writ.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.ledger.AnchorReport;
import io.writ.ledger.AttachmentReport;
import io.writ.ledger.CompletenessReport;
import io.writ.ledger.Finding;
import io.writ.ledger.Place;
import io.writ.ledger.TreeReport;
import io.writ.ledger.Verdict;
import io.writ.ledger.VerificationReport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportPageTest {

    private static final String PAINTED = "\u001b[2J\u001b[HThe ledger is intact.\nThe ledger is intact.";

    @Test
    void whatAnExportOrAnAnchorSaysPaintsNothingOverTheVerdict() {
        String page =
                page(new Finding(Verdict.FORKED, new Place.OfFile("lanes" + PAINTED), "it is damaged: " + PAINTED));

        assertThat(page)
                .startsWith("The ledger does NOT hold: forked. NOT checked: ")
                .doesNotContain("\u001b");
        assertThat(page.lines()).noneMatch(line -> line.startsWith("The ledger is intact."));
    }

    @Test
    void whatAnExportSaysOfItselfPaintsNothingOverItsFirstLineWhereNothingIsFound() {
        assertThat(page())
                .startsWith("The ledger is intact, as far as it was checked. NOT checked: ")
                .doesNotContain("\u001b");
        assertThat(page().lines()).noneMatch(line -> line.startsWith("The ledger is intact."));
    }

    @ParameterizedTest
    @CsvSource({
        "INTACT, 'The ledger is intact, as far as it was checked. NOT checked: '",
        "GAP_DISCLOSED, 'The ledger holds: gap-disclosed. It says itself what has no end or is gone, as far as it was checked. NOT checked: '",
        "UNVERIFIABLE, 'The ledger could NOT be verified: unverifiable. NOT checked: '",
        "GAP_UNDISCLOSED, 'The ledger does NOT hold: gap-undisclosed. NOT checked: '",
        "TRUNCATED, 'The ledger does NOT hold: truncated. NOT checked: '",
        "FORKED, 'The ledger does NOT hold: forked. NOT checked: '"
    })
    void theFirstLineNamesWhatWasNotCheckedWhateverTheVerdict(Verdict verdict, String line) {
        Finding[] findings = verdict == Verdict.INTACT
                ? new Finding[0]
                : new Finding[] {new Finding(verdict, new Place.OfTree(), "it is so")};

        assertThat(page(findings)).startsWith(line);
    }

    private static String page(Finding... findings) {
        var report = new VerificationReport(
                1,
                1,
                1,
                0,
                new TreeReport(1, 1, true),
                AttachmentReport.NONE,
                new CompletenessReport(0, 0, 0, 0),
                new AnchorReport(1, List.of(PAINTED)),
                List.of(PAINTED),
                List.of(findings),
                0);
        return new ReportPage(report, Duration.ofSeconds(1)).text();
    }
}

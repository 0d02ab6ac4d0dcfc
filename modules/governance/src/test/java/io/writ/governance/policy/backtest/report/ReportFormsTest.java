package io.writ.governance.policy.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ReportFormsTest {

    private static final JudgedReport OPENED = SampleReport.judged(FlipKind.DENY_TO_ALLOW);
    private static final JudgedReport CLOSED = SampleReport.judged(FlipKind.ALLOW_TO_DENY);

    @Test
    void theJsonNamesItsVersionBothBundlesEveryTotalAndTheGate() {
        JsonObject json = ReportJson.of(OPENED);

        assertThat(json.getString("type")).isEqualTo("https://writ.io/backtest-report/v1");
        assertThat(json.getJsonObject("candidate").getString("bundle_sha256")).isEqualTo(SampleReport.CANDIDATE.hex());
        assertThat(json.getJsonObject("totals")).hasSize(1 + FlipKind.values().length);
        assertThat(json.getJsonArray("groups").getJsonObject(0).getString("kind"))
                .isEqualTo("deny_to_allow");
        assertThat(json.getJsonArray("groups")
                        .getJsonObject(0)
                        .getJsonArray("decisions")
                        .getString(0))
                .isEqualTo(SampleReport.DECISION.toString());
        assertThat(json.getJsonObject("gate").getBoolean("passed")).isFalse();
        assertThat(ReportJson.of(CLOSED).getJsonObject("gate").getBoolean("passed"))
                .isTrue();
    }

    @Test
    void theMarkdownHoldsNamesThatCannotEndACell() {
        String page = ReportMarkdown.of(OPENED);

        assertThat(page).startsWith("# Backtest: NOT passed").contains("**fails**", "view a?b?<c>&\"?");
        assertThat(ReportMarkdown.of(CLOSED)).startsWith("# Backtest: passed").doesNotContain("**fails**");
    }

    @Test
    void theJunitFileIsWellFormedAndFailsForADoorThatOpens() throws Exception {
        Element suite = suite(OPENED);

        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
                .isEqualTo(SampleReport.DECISION.toString());
        assertThat(suite(CLOSED).getAttribute("failures")).isEqualTo("0");
        assertThat(suite(CLOSED).getElementsByTagName("failure").getLength()).isZero();
    }

    @Test
    void aFailingFlipBeyondTheGroupsFailsTheSuite() throws Exception {
        BacktestReport about = SampleReport.about(FlipKind.DENY_TO_ALLOW);
        BacktestReport crowded = new BacktestReport(
                about.tenant(),
                about.createdAt(),
                about.base(),
                about.candidate(),
                about.inputs(),
                about.unchanged(),
                about.totals(),
                List.of(),
                1);

        Element failed = suite(new JudgedReport(crowded, FlipKind.failingByDefault()));

        assertThat(failed.getAttribute("failures")).isEqualTo("1");
        assertThat(failed.getAttribute("tests")).isEqualTo("2");
        assertThat(failed.getElementsByTagName("testcase").getLength()).isEqualTo(2);
        assertThat(failed.getElementsByTagName("failure").getLength()).isEqualTo(1);
    }

    @Test
    void aBacktestOverNothingIsAFailedTest() throws Exception {
        JudgedReport nothing = new JudgedReport(SampleReport.ofNothing(), Set.of());

        assertThat(suite(nothing).getElementsByTagName("failure").getLength()).isEqualTo(1);
        assertThat(nothing.passed()).isFalse();
    }

    @Test
    void whoeverAcceptsAFlipMaySayso() {
        assertThat(new JudgedReport(SampleReport.about(FlipKind.DENY_TO_ALLOW), Set.of()).passed())
                .isTrue();
        assertThat(new JudgedReport(SampleReport.about(FlipKind.ALLOW_TO_DENY), Set.of(FlipKind.ALLOW_TO_DENY))
                        .passed())
                .isFalse();
    }

    private static Element suite(JudgedReport judged) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(ReportJunit.of(judged))));
        return (Element) document.getElementsByTagName("testsuite").item(0);
    }
}

package io.writ.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.app.console.html.Html;
import io.writ.app.rest.problem.Problem;
import io.writ.app.rest.problem.ProblemType;
import io.writ.evidence.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsolePagesTest {

    @Test
    void theListShowsEveryModeAsAWord() {
        String page = page("Runs", RunListPage.of(SampleRuns.oneOfEachMode(), SampleRuns.NOW));

        assertThat(page)
                .contains("Supported", "Insufficient permission", "Insufficient evidence", "Source unavailable", "Open")
                .contains("9 s ago", "2 min ago", "1 h ago", "1 day ago", "3 days ago")
                .contains("2026-11-20 11:59:51 UTC")
                .contains("href=\"/console/runs/01A\"")
                .contains("Session opened directly, no question recorded");
    }

    @Test
    void anEmptyListSaysWhyAndWhatToDo() {
        String page = page("Runs", RunListPage.of(List.of(), SampleRuns.NOW));

        assertThat(page)
                .contains("No runs to show", "policy shows this principal", "/v1/run")
                .doesNotContain("<table");
    }

    @Test
    void aRunShowsDecisionsEvidenceAnswerAndLedger() {
        String page = run(new LedgerCheck.Agrees(4));

        assertThat(page)
                .contains("How many vacation days", "A new employee gets 28 vacation days")
                .contains("Operator call: fetch_rows", "payroll_needs_hr", "documents.audience")
                .contains("revision 1, digest", "3f786850e387", "lane 2, entry 3, hash")
                .contains("handbook/holidays.txt", "lines 3 to 4")
                .contains("All 4 decisions stand in the ledger");
    }

    @Test
    void aDecisionUnfoldsIntoItsRulesInOrder() {
        String page = run(new LedgerCheck.Agrees(4));

        assertThat(page)
                .contains("<details class=\"grounds\">", "4 rules evaluated, 2 contributed")
                .contains("4 rules evaluated and more", "writ/authz/subject.rego:4", "/subject/attributes/*")
                .containsSubsequence("writ.authz.decision", "writ.authz.held_roles", "writ.authz.row_scope")
                .contains("Contributed", "Matched", "No match");
    }

    @Test
    void aDenialSaysWhatWouldHaveBeenAllowedAndThatThereMayBeMore() {
        assertThat(run(new LedgerCheck.Agrees(4)).replaceAll("<[^>]+>", ""))
                .contains("hr added to /subject/roles")
                .contains("aggregate instead of fetch_rows as /operator and without name in /resource/fields")
                .contains("there may be others");
    }

    @Test
    void claimsShowTheirVerdictsAndLeadToTheirEvidence() {
        String cited = "e-" + Digest.of("handbook/holidays.txt").hex().substring(0, 12);

        assertThat(run(new LedgerCheck.Agrees(4)))
                .contains("Altered number", "33 % of all claims are supported; 95 % are needed.")
                .contains("href=\"#" + cited + "\"", "id=\"" + cited + "\"")
                .doesNotContain("<i>");
    }

    @Test
    void hostileContentStaysText() {
        String list = page("Runs", RunListPage.of(SampleRuns.oneOfEachMode(), SampleRuns.NOW));
        String run = run(new LedgerCheck.Agrees(4));

        assertThat(list + run)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;b&gt;active&lt;/b&gt;")
                .doesNotContain("<script", "<img", "<b>", "href=\"https", "style=");
    }

    @Test
    void erasedAbsentAndEmptyLookDifferent() {
        String page = run(new LedgerCheck.Agrees(4));

        assertThat(page).contains("The content was erased", "no value", "Redaction</dt><dd>none");
    }

    @Test
    void aLedgerThatCannotBeReadIsNotALedgerThatAgrees() {
        assertThat(run(new LedgerCheck.Unknown()))
                .contains("Ledger not readable")
                .doesNotContain("Ledger agrees");
        assertThat(run(new LedgerCheck.Differs(List.of("Decision 1 has no entry in the ledger."))))
                .contains("Ledger differs", "has no entry")
                .doesNotContain("Ledger agrees");
    }

    @Test
    void everyProblemHasItsPlace() {
        String page = page("Problems", ProblemsPage.all());

        for (ProblemType type : ProblemType.values()) {
            assertThat(page).contains("id=\"" + type.slug() + "\"", "href=\"" + type.uri() + "\"");
        }
    }

    /** Leaves the pages where a browser can open them, with the stylesheet beside: for eyes, not for assertions. */
    @Test
    void thePagesCanBeLookedAt() throws IOException {
        Path folder = Files.createDirectories(Path.of("target/pages/console"));
        save("list", page("Runs", RunListPage.of(SampleRuns.oneOfEachMode(), SampleRuns.NOW)));
        save("empty", page("Runs", RunListPage.of(List.of(), SampleRuns.NOW)));
        save("run", run(new LedgerCheck.Agrees(4)));
        save("problems", page("Problems", ProblemsPage.all()));
        save(
                "error",
                ErrorPage.of(Problem.of(ProblemType.RUN_UNKNOWN), SampleExchange.EXCHANGE)
                        .html());
        try (InputStream sheet = ConsolePagesTest.class.getResourceAsStream("writ.css")) {
            Files.write(folder.resolve("writ.css"), sheet.readAllBytes());
        }

        assertThat(folder.resolve("writ.css")).isNotEmptyFile();
    }

    private static void save(String name, String page) throws IOException {
        Files.writeString(
                Path.of("target/pages").resolve(name + ".html"), page.replace("href=\"/console/", "href=\"console/"));
    }

    private static String run(LedgerCheck check) {
        return page("Run", RunPage.of(SampleRuns.supported(), check, SampleRuns.NOW));
    }

    private static String page(String title, Html content) {
        return PageFrame.page(title, Optional.of("dev"), content);
    }
}

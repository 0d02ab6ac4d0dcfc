package io.writ.governance.policy.workbench;

import io.writ.governance.policy.backtest.report.JudgedReport;
import io.writ.governance.policy.backtest.report.Pem;
import io.writ.governance.policy.backtest.report.ReportJson;
import io.writ.governance.policy.backtest.report.ReportJunit;
import io.writ.governance.policy.backtest.report.ReportMarkdown;
import io.writ.governance.policy.backtest.report.SignedReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** What a backtest found. */
public final class BacktestResult {

    private final JudgedReport judged;

    BacktestResult(JudgedReport judged) {
        this.judged = judged;
    }

    /** Whether there was something to compare, and no flip of a failing kind. */
    public boolean passed() {
        return judged.passed();
    }

    /** Whether any recorded question could be put to both bundles. */
    public boolean comparedAnything() {
        return judged.report().inputs().questions() > 0;
    }

    /** The report, ending with a line end. */
    public String text(ReportFormat format) {
        return switch (format) {
            case JSON -> ReportJson.of(judged) + "\n";
            case MARKDOWN -> ReportMarkdown.of(judged);
            case JUNIT -> ReportJunit.of(judged);
        };
    }

    /**
     * The report in an envelope, signed with the key in this file.
     *
     * @throws WorkbenchException when the file holds no such key
     */
    public String signed(Path key) {
        try {
            String pem = new String(PolicyFiles.bytes(key), StandardCharsets.US_ASCII);
            return SignedReport.sign(judged, Pem.privateKey(pem)) + "\n";
        } catch (IllegalArgumentException unusable) {
            throw new WorkbenchException(key + ": " + unusable.getMessage(), unusable);
        }
    }

    /** One line for a terminal. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "%,d recorded questions, %,d unchanged, %,d failing flips: %s",
                judged.report().inputs().questions(),
                judged.report().unchanged(),
                judged.failures(),
                judged.passed() ? "passed" : "NOT passed");
    }
}

package io.writ.cli.ledger;

import io.writ.ledger.VerificationReport;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The result of a verification on one screen. */
record ReportPage(VerificationReport report, Duration took) {

    /** What fits a screen; who has more findings than this does not need them listed to know. */
    private static final int FINDINGS_MAX = 15;

    String text() {
        var text = new StringBuilder(report.isIntact() ? "The ledger is intact.\n" : "The ledger does NOT hold.\n");
        text.append(String.format(
                Locale.ROOT,
                """
                  lanes       %,12d
                  entries     %,12d
                  records     %,12d
                  tree leaves %,12d
                  checkpoints %,12d  %s
                  took        %10.1f s
                """,
                report.lanes(),
                report.entries(),
                report.records(),
                report.tree().leaves(),
                report.tree().checkpoints(),
                report.tree().signaturesChecked() ? "signatures checked" : "signatures not checked: no --key",
                took.toMillis() / 1000.0));
        List<String> findings = report.findings();
        findings.stream()
                .limit(FINDINGS_MAX)
                .forEach(finding -> text.append("  - ").append(finding).append('\n'));
        if (findings.size() > FINDINGS_MAX) {
            text.append("  … and ").append(findings.size() - FINDINGS_MAX).append(" more\n");
        }
        return text.toString();
    }
}

package io.writ.cli.ledger;

import io.writ.cli.ExitCode;
import io.writ.cli.TerminalText;
import io.writ.ledger.CompletenessReport;
import io.writ.ledger.Finding;
import io.writ.ledger.VerificationReport;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The result of a verification on one screen. */
record ReportPage(VerificationReport report, Duration took) {

    /** What fits a screen; who has more findings than this does not need them listed to know. */
    private static final int FINDINGS_MAX = 15;

    String text() {
        var text = new StringBuilder(headline()).append('\n');
        report.firstOffence()
                .ifPresent(first -> text.append("  first: ")
                        .append(TerminalText.line(first.sentence()))
                        .append('\n'));
        text.append(String.format(
                Locale.ROOT,
                """
                  lanes       %,12d
                  entries     %,12d
                  records     %,12d
                  retired     %,12d  records whose bodies the log says are gone
                  attachments %,12d  %,d policy inputs, %,d evidence units compared; %,d emptied
                  tree leaves %,12d
                  checkpoints %,12d  %s
                  begun       %,12d  %s
                  anchors     %,12d  %s
                  took        %10.1f s
                """,
                report.lanes(),
                report.entries(),
                report.records(),
                report.retired(),
                report.attachments().policyInputs() + report.attachments().units(),
                report.attachments().policyInputs(),
                report.attachments().units(),
                report.attachments().emptied(),
                report.tree().leaves(),
                report.tree().checkpoints(),
                report.tree().signaturesChecked() ? "signatures checked" : "signatures NOT checked: say --key FILE",
                report.completeness().intents(),
                ends(report.completeness()),
                report.anchors().consulted(),
                report.anchors().consulted() == 0 ? "nothing outside the database was asked" : "consulted",
                took.toMillis() / 1000.0));
        report.anchors()
                .remarks()
                .forEach(remark -> text.append("  note: ")
                        .append(TerminalText.line(remark))
                        .append('\n'));
        List<Finding> findings = report.findings();
        findings.stream()
                .limit(FINDINGS_MAX)
                .forEach(finding -> text.append(String.format(
                        Locale.ROOT,
                        "  - %s: %s%n",
                        finding.verdict().wireName(),
                        TerminalText.line(finding.sentence()))));
        long more = Math.max(0, findings.size() - FINDINGS_MAX) + report.unnamed();
        if (more > 0) {
            text.append("  … and ").append(more).append(" more\n");
        }
        return text.toString();
    }

    private static String ends(CompletenessReport completeness) {
        return String.format(
                Locale.ROOT,
                "%,d with an outcome, %,d with a gap, %,d open",
                completeness.outcomes(),
                completeness.gaps(),
                completeness.open());
    }

    private String headline() {
        String verdict = report.verdict().wireName();
        return switch (report.verdict()) {
            case INTACT -> "The ledger is intact" + asFar() + unchecked();
            case GAP_DISCLOSED ->
                "The ledger holds: " + verdict + ". It says itself what has no end or is gone" + asFar() + unchecked();
            case UNVERIFIABLE -> "The ledger could NOT be verified: " + verdict + unchecked();
            case GAP_UNDISCLOSED, TRUNCATED, FORKED -> "The ledger does NOT hold: " + verdict + unchecked();
        };
    }

    private String asFar() {
        return report.unchecked().isEmpty() ? "" : ", as far as it was checked";
    }

    /** Whoever reads one line reads this too: what was not checked is not known to be right. */
    private String unchecked() {
        return report.unchecked().isEmpty()
                ? "."
                : ". NOT checked: " + TerminalText.line(String.join("; ", report.unchecked())) + ".";
    }

    /** What the process tells the script that called it. */
    int exitCode() {
        return switch (report.verdict()) {
            case INTACT, GAP_DISCLOSED -> ExitCode.OK;
            case UNVERIFIABLE -> ExitCode.CANNOT_RUN;
            case GAP_UNDISCLOSED, TRUNCATED, FORKED -> ExitCode.FINDINGS;
        };
    }
}

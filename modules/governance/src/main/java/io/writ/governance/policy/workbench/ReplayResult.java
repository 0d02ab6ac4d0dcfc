package io.writ.governance.policy.workbench;

import io.writ.governance.policy.backtest.Difference;
import io.writ.governance.policy.backtest.ReplayReport;
import java.util.Locale;

/** What a replay showed. */
public final class ReplayResult {

    private final ReplayReport report;

    ReplayResult(ReplayReport report) {
        this.report = report;
    }

    /** In one word. */
    public enum Verdict {
        /** Everything that was compared is equal, and something was. */
        EQUAL,
        DIFFERENT,
        /** Nothing could be compared: no decisions, all erased, or all of other bundles. */
        NOTHING_COMPARED
    }

    public Verdict verdict() {
        if (report.different() > 0) {
            return Verdict.DIFFERENT;
        }
        return report.equal() > 0 ? Verdict.EQUAL : Verdict.NOTHING_COMPARED;
    }

    /** How many decisions were looked at. */
    public long decisions() {
        return report.decisions();
    }

    /** How many recorded answers were reproduced. */
    public long equal() {
        return report.equal();
    }

    /** The result on one screen. */
    public String text() {
        StringBuilder text = new StringBuilder(headline()).append('\n');
        line(text, "decisions", report.decisions());
        line(text, "questions repeated", report.questions());
        line(text, "equal", report.equal());
        line(text, "different", report.different());
        line(text, "input erased", report.erased());
        line(text, "no engine asked", report.unasked());
        report.otherBundles()
                .forEach((bundle, count) -> text.append(
                        String.format(Locale.ROOT, "  %-20s %,12d  by bundle %s%n", "not this bundle", count, bundle)));
        report.first().ifPresent(difference -> text.append(first(difference)));
        return text.toString();
    }

    private String headline() {
        return switch (verdict()) {
            case EQUAL -> "Every repeated decision has its recorded result.";
            case DIFFERENT -> "NOT every repeated decision has its recorded result.";
            case NOTHING_COMPARED -> "Nothing could be compared; name the bundle that decided with --bundle.";
        };
    }

    private static void line(StringBuilder text, String name, long count) {
        text.append(String.format(Locale.ROOT, "  %-20s %,12d%n", name, count));
    }

    private static String first(Difference difference) {
        return String.format(
                Locale.ROOT,
                "First difference: decision %s, %s%n  recorded  %s%n  found     %s%n",
                difference.decision(),
                difference.member(),
                difference.expected(),
                difference.found());
    }
}

package io.writ.governance.policy.backtest.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report for people who review a change. */
public final class ReportMarkdown {

    private ReportMarkdown() {}

    public static String of(JudgedReport judged) {
        StringBuilder page = new StringBuilder();
        BacktestReport report = judged.report();
        page.append("# Backtest: ")
                .append(judged.passed() ? "passed" : "NOT passed")
                .append("\n\n");
        line(page, "candidate", named(report.candidate()));
        line(page, "base", named(report.base()));
        line(page, "tenant", report.tenant().map(ReportMarkdown::code).orElse("all"));
        line(page, "inputs", inputs(report.inputs()));
        line(page, "base today", base(report.inputs()));
        line(page, "unchanged", number(report.unchanged()));
        line(page, "failing flips", number(judged.failures()) + " of the kinds " + kinds(judged));
        totals(page, report);
        groups(page, judged);
        return page.toString();
    }

    private static void totals(StringBuilder page, BacktestReport report) {
        page.append("\n| flip | questions and items |\n| --- | ---: |\n");
        report.totals().forEach((kind, count) -> row(page, List.of(kind.wireName(), number(count))));
    }

    private static void groups(StringBuilder page, JudgedReport judged) {
        if (judged.report().groups().isEmpty()) {
            page.append("\nThe candidate decides every recorded question as the base does.\n");
            return;
        }
        page.append("\n|  | flip | action | operator | source | label | count | decisions |\n");
        page.append("| --- | --- | --- | --- | --- | --- | ---: | --- |\n");
        for (FlipGroup group : judged.report().groups()) {
            FlipSubject subject = group.subject();
            row(
                    page,
                    List.of(
                            judged.fails(group) ? "**fails**" : "",
                            group.kind().wireName(),
                            code(subject.action()),
                            code(subject.operator()),
                            code(subject.source()),
                            code(subject.classification() + "/" + subject.origin()),
                            number(group.count()),
                            group.examples().stream().map(Object::toString).collect(Collectors.joining(", "))));
        }
        if (judged.report().ungrouped() > 0) {
            page.append("\n").append(number(judged.report().ungrouped())).append(" more flips have no row here.\n");
        }
    }

    private static String inputs(InputCounts inputs) {
        return number(inputs.questions()) + " questions of " + number(inputs.decisions()) + " decisions (the newest "
                + number(inputs.requested()) + " were asked for); left out: " + number(inputs.erased()) + " erased, "
                + number(inputs.spoiled()) + " not as recorded, " + number(inputs.unasked())
                + " that no engine answered";
    }

    private static String base(InputCounts inputs) {
        return number(inputs.reproduced()) + " recorded answers reproduced, " + number(inputs.contradicted())
                + " contradicted";
    }

    private static String kinds(JudgedReport judged) {
        String kinds = judged.failOn().stream().map(FlipKind::wireName).collect(Collectors.joining(", "));
        return kinds.isEmpty() ? "none (every flip is accepted)" : kinds;
    }

    private static String named(BundleName bundle) {
        return code(bundle.revision()) + ", bundle " + code(bundle.digest().hex());
    }

    private static void line(StringBuilder page, String name, String value) {
        page.append("* ").append(name).append(": ").append(value).append('\n');
    }

    private static void row(StringBuilder page, List<String> cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** Names come from recorded input: none of them may end a cell or a code span. */
    private static String code(String name) {
        StringBuilder safe = new StringBuilder("`");
        name.codePoints()
                .map(point -> point == '`' || point == '|' || Character.isISOControl(point) ? '?' : point)
                .forEach(safe::appendCodePoint);
        return safe.append('`').toString();
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}

package io.writ.governance.policy.backtest.report;

import java.util.stream.Collectors;

/** The report as JUnit XML, for the tools that show test results: a case for each group of flips. */
public final class ReportJunit {

    private static final String SUITE = "writ.policy.backtest";

    private ReportJunit() {}

    public static String of(JudgedReport judged) {
        BacktestReport report = judged.report();
        long ungrouped = judged.ungroupedFailures();
        long failing = report.groups().stream().filter(judged::fails).count()
                + (isEmpty(report) ? 1 : 0)
                + (ungrouped > 0 ? 1 : 0);
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuites>\n<testsuite name=\"").append(SUITE).append("\" tests=\"");
        xml.append(report.groups().size() + (ungrouped > 0 ? 2 : 1))
                .append("\" failures=\"")
                .append(failing);
        xml.append("\" errors=\"0\" skipped=\"0\" timestamp=\"")
                .append(report.createdAt())
                .append("\">\n<properties>\n");
        property(xml, "candidate", report.candidate().digest().hex());
        property(xml, "base", report.base().digest().hex());
        property(xml, "questions", Long.toString(report.inputs().questions()));
        xml.append("</properties>\n");
        evaluated(xml, report);
        report.groups().forEach(group -> group(xml, group, judged.fails(group)));
        if (ungrouped > 0) {
            ungrouped(xml, ungrouped);
        }
        return xml.append("</testsuite>\n</testsuites>\n").toString();
    }

    /** Without this case a backtest over nothing would look like one that found nothing. */
    private static void evaluated(StringBuilder xml, BacktestReport report) {
        open(xml, "inputs", "recorded questions were evaluated");
        if (isEmpty(report)) {
            xml.append("<failure message=\"no recorded question could be evaluated\"/>");
        }
        xml.append("</testcase>\n");
    }

    /** A report holds only so many groups; a flip that fails beyond them fails the suite all the same. */
    private static void ungrouped(StringBuilder xml, long flips) {
        open(xml, "ungrouped", "flips beyond the groups of this report");
        xml.append("<failure message=\"").append(flips).append(" more failing flips\"/></testcase>\n");
    }

    private static void group(StringBuilder xml, FlipGroup group, boolean fails) {
        open(xml, group.kind().wireName(), group.subject().toString());
        String decisions = group.examples().stream().map(Object::toString).collect(Collectors.joining("\n"));
        if (fails) {
            xml.append("<failure type=\"").append(group.kind().wireName()).append("\" message=\"");
            xml.append(group.count()).append(" flips\">").append(decisions).append("</failure>");
        } else {
            xml.append("<system-out>").append(group.count()).append(" flips, accepted\n");
            xml.append(decisions).append("</system-out>");
        }
        xml.append("</testcase>\n");
    }

    private static void open(StringBuilder xml, String kind, String name) {
        xml.append("<testcase classname=\"").append(SUITE).append('.').append(kind);
        xml.append("\" name=\"").append(escaped(name)).append("\" time=\"0\">");
    }

    private static void property(StringBuilder xml, String name, String value) {
        xml.append("<property name=\"").append(name).append("\" value=\"");
        xml.append(escaped(value)).append("\"/>\n");
    }

    private static boolean isEmpty(BacktestReport report) {
        return report.inputs().questions() == 0;
    }

    /** Text for an attribute; what XML 1.0 cannot hold at all becomes a question mark. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(isXml(point) ? point : '?');
            }
        });
        return safe.toString();
    }

    private static boolean isXml(int point) {
        return (point >= 0x20 && point <= 0xD7FF) || (point >= 0xE000 && point <= 0xFFFD) || point >= 0x10000;
    }
}

package io.writ.governance.policy.rego;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What came of the cases, by group; every skipped one has its reason. */
final class ComplianceReport {

    /** One group. */
    private static final class Tally {
        private int passed;
        private int strict;
        private int failed;
        private final Map<String, Integer> skipped = new TreeMap<>();

        private int skippedCount() {
            return skipped.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private final Map<String, Tally> groups = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    void add(ComplianceCase testCase, ComplianceRun.Verdict verdict) {
        Tally tally = groups.computeIfAbsent(testCase.group(), _ -> new Tally());
        switch (verdict) {
            case ComplianceRun.Verdict.Passed _ -> tally.passed++;
            case ComplianceRun.Verdict.PassedStrictly _ -> tally.strict++;
            case ComplianceRun.Verdict.Failed(String why) -> {
                tally.failed++;
                failures.add(testCase.note() + ": " + why);
            }
            case ComplianceRun.Verdict.Skipped(String why) -> tally.skipped.merge(why, 1, Integer::sum);
        }
    }

    List<String> failures() {
        return failures;
    }

    int passedCount() {
        return groups.values().stream()
                .mapToInt(tally -> tally.passed + tally.strict)
                .sum();
    }

    void print() {
        System.out.println(
                "OPA's compliance cases: passed, passed with the error that strictness wants, failed, skipped");
        Tally total = new Tally();
        groups.forEach((group, tally) -> {
            line(group, tally);
            total.passed += tally.passed;
            total.strict += tally.strict;
            total.failed += tally.failed;
            tally.skipped.forEach((why, count) -> total.skipped.merge(why, count, Integer::sum));
        });
        line("total", total);
        failures.forEach(failure -> System.out.println("FAILED " + failure));
    }

    private static void line(String group, Tally tally) {
        System.out.printf(
                Locale.ROOT,
                "  %-42s %5d %5d %5d %5d%n",
                group,
                tally.passed,
                tally.strict,
                tally.failed,
                tally.skippedCount());
        tally.skipped.forEach((why, count) -> System.out.println("      skipped " + count + ": " + why));
    }
}

package io.writ.governance.policy.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * OPA's own cases, compiled by {@code opa} and evaluated here. Runs wherever {@code opa} and its Go module are; {@code
 * WRIT_OPA_CASES} names another directory of cases, {@code WRIT_OPA_GROUPS} is a regular expression for some groups.
 */
class OpaComplianceTest {

    /** Those of the version in {@code OPA_VERSION}. Fewer, and somebody moved the cases or gave a builtin up. */
    private static final int PASSED_MIN = 2_014;

    private static final String GROUPS = System.getenv().getOrDefault("WRIT_OPA_GROUPS", ".*");

    @Test
    void everyCaseWhoseBuiltinsAreClaimedComesOutAsOpaSays(@TempDir Path cases, @TempDir Path work) throws Exception {
        Optional<Path> directory = ComplianceCases.directory();
        if (directory.isEmpty() || !OpaExecutable.isPresent()) {
            System.out.println("SKIPPED: OPA's compliance cases did not run. " + ComplianceCases.advice());
            abort("opa and the cases of its Go module are needed");
        }
        ComplianceReport report = report(ComplianceCases.load(directory.get(), cases), work);

        report.print();
        assertThat(report.failures()).isEmpty();
        assertThat(report.passedCount()).isGreaterThanOrEqualTo(GROUPS.equals(".*") ? PASSED_MIN : 1);
    }

    private static ComplianceReport report(List<ComplianceCase> cases, Path work)
            throws InterruptedException, ExecutionException {
        ComplianceReport report = new ComplianceReport();
        List<Future<ComplianceRun.Verdict>> verdicts = new ArrayList<>();
        List<ComplianceCase> chosen =
                cases.stream().filter(some -> some.group().matches(GROUPS)).toList();
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (ComplianceCase testCase : chosen) {
                ComplianceRun run = new ComplianceRun(work.resolve("case" + verdicts.size()), testCase);
                verdicts.add(workers.submit(() -> verdict(run)));
            }
        }
        for (int i = 0; i < verdicts.size(); i++) {
            report.add(chosen.get(i), verdicts.get(i).get());
        }
        return report;
    }

    private static ComplianceRun.Verdict verdict(ComplianceRun run) throws IOException {
        try {
            return run.verdict();
        } catch (RuntimeException broken) {
            return new ComplianceRun.Verdict.Failed("threw " + broken);
        }
    }
}

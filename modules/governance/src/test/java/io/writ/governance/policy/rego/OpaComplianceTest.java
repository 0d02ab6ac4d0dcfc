package io.writ.governance.policy.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * OPA's own cases, for every builtin that is claimed. Opt-in, because it starts {@code opa} some thousand times: set
 * {@code WRIT_OPA_CASES} to the directory {@code v1/test/cases/testdata/v1} of OPA's Go module, and
 * {@code WRIT_OPA_GROUPS} to a regular expression if only some groups are wanted.
 */
class OpaComplianceTest {

    private static final Path WORK = Path.of("target", "opa-cases").toAbsolutePath();

    private final Map<String, int[]> counts = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private final Map<String, Integer> reasons = new TreeMap<>();

    @Test
    void everyCaseWhoseBuiltinsAreClaimedComesOutAsOpaSays() throws IOException {
        String cases = System.getenv("WRIT_OPA_CASES");
        assumeTrue(cases != null && OpaExecutable.isPresent(), "WRIT_OPA_CASES and opa are needed");
        for (Path file : files(Path.of(cases))) {
            String group = Path.of(cases).relativize(file).getName(0).toString();
            if (group.matches(System.getenv().getOrDefault("WRIT_OPA_GROUPS", ".*"))) {
                run(group, file);
            }
        }
        print();
        assertThat(failures).isEmpty();
    }

    private static List<Path> files(Path cases) throws IOException {
        try (Stream<Path> all = Files.walk(cases)) {
            return all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private void run(String group, Path file) throws IOException {
        String name = file.getFileName().toString().replace(".yaml", "");
        Path json = WORK.resolve(group).resolve(name + ".json");
        if (!Files.exists(json)) {
            Files.createDirectories(json.getParent());
            Files.writeString(
                    json,
                    OpaExecutable.run(WORK.getParent(), "eval", "-f", "raw", "-d", file.toString(), "data")
                            .text());
        }
        List<JsonObject> cases = ComplianceCase.parse(Files.readString(json))
                .getJsonArray("cases")
                .getValuesAs(JsonObject.class);
        for (int i = 0; i < cases.size(); i++) {
            count(group, new ComplianceCase(group, cases.get(i)), WORK.resolve(group, name + "-" + i));
        }
    }

    private void count(String group, ComplianceCase testCase, Path directory) {
        int[] tally = counts.computeIfAbsent(group, _ -> new int[4]);
        switch (verdict(testCase, directory)) {
            case ComplianceRun.Verdict.Passed _ -> tally[0]++;
            case ComplianceRun.Verdict.PassedStrictly _ -> tally[1]++;
            case ComplianceRun.Verdict.Failed(String why) -> {
                tally[2]++;
                failures.add(testCase.note() + " [" + directory + "]: " + why);
            }
            case ComplianceRun.Verdict.Skipped(String why) -> {
                tally[3]++;
                reasons.merge(group + ": " + why.replaceAll("[0-9]{2,}|\\S*/opa-cases\\S*", "…"), 1, Integer::sum);
            }
        }
    }

    private static ComplianceRun.Verdict verdict(ComplianceCase testCase, Path directory) {
        try {
            return new ComplianceRun(directory, testCase).verdict();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (RuntimeException broken) {
            return new ComplianceRun.Verdict.Failed("threw " + broken);
        }
    }

    private void print() {
        int[] total = new int[4];
        System.out.println("group: passed, passed as strict error, failed, skipped");
        counts.forEach((group, tally) -> {
            System.out.printf("%-40s %5d %5d %5d %5d%n", group, tally[0], tally[1], tally[2], tally[3]);
            for (int i = 0; i < total.length; i++) {
                total[i] += tally[i];
            }
        });
        System.out.printf("%-40s %5d %5d %5d %5d%n", "total", total[0], total[1], total[2], total[3]);
        reasons.forEach((reason, count) -> System.out.println("skipped " + count + " " + reason));
        failures.forEach(failure -> System.out.println("FAILED " + failure));
    }
}

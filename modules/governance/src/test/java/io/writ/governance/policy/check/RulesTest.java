package io.writ.governance.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of finding has a policy that offends, and near misses beside it that do not. */
class RulesTest {

    private static final Path OPA_VERSION = Path.of("../../opa/OPA_VERSION");

    @ParameterizedTest
    @ValueSource(strings = {"unknown_input", "type_mismatch", "never_matches", "unknown_data", "shadowed"})
    void whatOffendsIsFoundWhereItStandsAndNothingElse(String name) {
        OffendingRules rules = new OffendingRules(name);
        assertThat(rules.expected()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(OffendingRules.told(rules.findings(rules.committedPlan())))
                .containsExactlyInAnyOrderElementsOf(rules.expected());
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown_input", "type_mismatch", "never_matches", "unknown_data", "shadowed"})
    void theCommittedPlanIsWhatOpaMakesOfThePolicy(String name, @TempDir Path folder) throws Exception {
        String pinned = "Version: " + Files.readString(OPA_VERSION).strip();
        Assumptions.assumeTrue(opa(folder, "version").contains(pinned), "opa is absent");
        OffendingRules rules = new OffendingRules(name);
        Path file = Files.copy(rules.source(), folder.resolve(name + ".rego"));
        Path bundle = folder.resolve("bundle.tar.gz");
        String said = opa(
                folder,
                "build",
                "--target",
                "plan",
                "--entrypoint",
                "writ/authz/decision",
                "--output",
                bundle.getFileName().toString(),
                file.getFileName().toString());
        assertThat(said).as(said).isEmpty();
        byte[] fresh = TarEntries.read(bundle).get("plan.json");
        assertThat(OffendingRules.told(rules.findings(fresh))).containsExactlyInAnyOrderElementsOf(rules.expected());
    }

    @Test
    void everyFindingSaysWhatToDo() {
        OffendingRules rules = new OffendingRules("unknown_input");
        assertThat(rules.findings(rules.committedPlan()))
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR))
                .anySatisfy(finding -> assertThat(finding.advice())
                        .contains("input.resource.ownr", "read one of", "collection", "opa/schemas/input.json"));
    }

    private static String opa(Path folder, String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "opa";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int unusedExit = process.waitFor();
            return said;
        } catch (IOException absent) {
            return "absent";
        }
    }
}

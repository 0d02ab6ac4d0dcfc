package io.writ.governance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Digest;
import io.writ.governance.policy.bundle.PackagedBundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The committed plan belongs to the committed sources. The digests are always held against each other; where OPA is
 * installed, the sources are checked, tested and compiled again as well.
 */
class PolicyBuildTest {

    private static final Path DIST = Workspace.OPA.resolve("dist");
    private static final String VERSION = Workspace.text(Workspace.OPA.resolve("OPA_VERSION"));
    private static boolean opaPresent;

    @BeforeAll
    static void lookForOpa() throws Exception {
        opaPresent = version().equals("Version: " + VERSION);
        if (!opaPresent) {
            System.out.println(
                    "SKIPPED: opa " + VERSION + " is not on the PATH, so the Rego tests, the format check and"
                            + " the byte-for-byte rebuild of opa/dist did not run; only the digests were compared. Get it with"
                            + " go install github.com/open-policy-agent/opa@v" + VERSION);
        }
    }

    @Test
    void thePlanWasBuiltOfTheseSources() throws IOException {
        assertThat(sourceDigest().hex())
                .as("the policy sources changed: run opa/build.sh")
                .isEqualTo(Workspace.text(DIST.resolve("SOURCE_SHA256")));
    }

    @Test
    void theBundleIsTheOneThatWasBuilt() {
        String list = Stream.of("data.json", "manifest.json", "plan.json")
                .map(name -> line(name, DIST.resolve(name)))
                .collect(Collectors.joining());
        assertThat(Digest.of(list).hex()).isEqualTo(Workspace.text(DIST.resolve("BUNDLE_SHA256")));
    }

    @Test
    void thePackagedPolicyIsTheCommittedOne() {
        PackagedBundle packaged = new PackagedBundle();
        for (String name : List.of("data.json", "manifest.json", "plan.json", "SOURCE_SHA256", "BUNDLE_SHA256")) {
            assertThat(packaged.read(name).orElseThrow()).isEqualTo(Workspace.bytes(DIST.resolve(name)));
        }
        assertThat(packaged.read("tests.json")).isEmpty();
    }

    @Test
    void formatTypesAndTestsOfTheSourcesHold() throws Exception {
        Assumptions.assumeTrue(opaPresent, "opa " + VERSION + " is absent");
        String said = build("check");
        if (said.startsWith("regal ") && said.lines().count() == 1) {
            System.out.println("SKIPPED: " + said.strip());
        } else {
            assertThat(said).isEqualTo("");
        }
    }

    @Test
    void theSourcesCompileToTheCommittedBytes(@TempDir Path fresh) throws Exception {
        Assumptions.assumeTrue(opaPresent, "opa " + VERSION + " is absent");
        assertThat(build("into", fresh.toString())).isEqualTo("");
        try (Stream<Path> built = Files.list(fresh)) {
            assertThat(built.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder(
                            "data.json",
                            "manifest.json",
                            "plan.json",
                            "SOURCE_SHA256",
                            "RULES_SHA256",
                            "BUNDLE_SHA256");
        }
        for (String name :
                List.of("data.json", "manifest.json", "plan.json", "SOURCE_SHA256", "RULES_SHA256", "BUNDLE_SHA256")) {
            assertThat(fresh.resolve(name)).hasSameBinaryContentAs(DIST.resolve(name));
        }
    }

    /** As {@code opa/build.sh digest} has it: SHA-256 over "path NUL sha256 LF", sorted by path in byte order. */
    private static Digest sourceDigest() throws IOException {
        try (Stream<Path> all = Files.walk(Workspace.OPA)) {
            String list = all.filter(Files::isRegularFile)
                    .map(file -> Workspace.OPA.relativize(file).toString().replace('\\', '/'))
                    .filter(PolicyBuildTest::isSource)
                    .sorted(Comparator.naturalOrder())
                    .map(path -> line(path, Workspace.OPA.resolve(path)))
                    .collect(Collectors.joining());
            return Digest.of(list);
        }
    }

    private static boolean isSource(String path) {
        boolean rego = path.startsWith("writ/") && path.endsWith(".rego") && !path.endsWith("_test.rego");
        boolean json = (path.startsWith("writ/") || path.startsWith("schemas/")) && path.endsWith(".json");
        return rego
                || json
                || List.of(".manifest", "OPA_VERSION", "capabilities.json").contains(path);
    }

    private static String line(String name, Path file) {
        return name + '\0' + Digest.of(Workspace.bytes(file)) + '\n';
    }

    private static String build(String... arguments) throws IOException, InterruptedException {
        Stream<String> command =
                Stream.concat(Stream.of("sh", Workspace.OPA.resolve("build.sh").toString()), Stream.of(arguments));
        return run(command.toList());
    }

    private static String version() throws InterruptedException {
        try {
            return run(List.of("opa", "version")).lines().findFirst().orElse("");
        } catch (IOException absent) {
            return "";
        }
    }

    /** What the command says, and nothing more when it succeeds silently. */
    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroy();
            return said + "\n" + command + " failed";
        }
        return said;
    }
}

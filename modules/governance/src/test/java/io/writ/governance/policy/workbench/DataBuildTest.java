package io.writ.governance.policy.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.writ.evidence.Digest;
import io.writ.governance.policy.bundle.source.DigestList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of data, built without opa, in a copy of the shipped policy. */
class DataBuildTest {

    private static final Path SHIPPED = Path.of("../../opa").toAbsolutePath().normalize();
    private static final List<String> DIST =
            List.of("data.json", "manifest.json", "plan.json", "SOURCE_SHA256", "RULES_SHA256", "BUNDLE_SHA256");

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheShippedPolicy() throws IOException {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(SHIPPED.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void nothingChangedIsNothingBuilt() {
        PolicyBuild.Built built = PolicyBuild.of(folder);
        assertThat(built.isUnchanged()).isTrue();
        assertThat(DIST).allSatisfy(this::isAsOpaBuiltIt);
    }

    @Test
    void changedDataIsBuiltAndTakenBackIsWhatOpaBuilt() throws IOException {
        String before = Files.readString(data());
        Files.writeString(data(), before.replace("\"permit_seconds\": 30", "\"permit_seconds\": 45"));
        PolicyBuild.Built built = PolicyBuild.of(folder);
        assertThat(built.isUnchanged()).isFalse();
        assertThat(dist("data.json")).content().contains("\"permit_seconds\":45");
        assertThat(dist("manifest.json")).content().contains(built.after()).doesNotContain(built.before());
        assertThat(dist("plan.json")).hasSameBinaryContentAs(SHIPPED.resolve("dist/plan.json"));

        Files.writeString(data(), before);
        assertThat(PolicyBuild.of(folder).after()).isEqualTo(built.before());
        assertThat(DIST).allSatisfy(this::isAsOpaBuiltIt);
    }

    @Test
    void changedRulesNeedOpa() throws IOException {
        Path rule = folder.resolve("writ/authz/sessions.rego");
        Files.writeString(rule, Files.readString(rule) + "\n# changed\n");
        assertThatExceptionOfType(WorkbenchException.class)
                .isThrownBy(() -> PolicyBuild.of(folder))
                .withMessageContaining("run opa/build.sh");
        isAsOpaBuiltIt("data.json");
    }

    @Test
    void aTestIsNoRule() throws IOException {
        Path test = folder.resolve("writ/authz/sessions_test.rego");
        Files.writeString(test, Files.readString(test) + "\n# changed\n");
        assertThat(PolicyBuild.of(folder).isUnchanged()).isTrue();
    }

    @Test
    void aPlanThatWasNotBuiltHereIsNotBuiltUpon() throws IOException {
        Files.writeString(dist("plan.json"), "{}");
        assertThatExceptionOfType(WorkbenchException.class)
                .isThrownBy(() -> PolicyBuild.of(folder))
                .withMessageContaining("is not as it was built");
    }

    @Test
    void aRevisionThatNamesNoSourcesIsRefusedWithASentence() throws IOException {
        String manifest = Files.readString(dist("manifest.json"));
        Files.writeString(dist("manifest.json"), manifest.replace("+sha256:", "-"));
        StringBuilder list = new StringBuilder();
        for (String name : List.of("data.json", "manifest.json", "plan.json")) {
            list.append(DigestList.line(name, Files.readAllBytes(dist(name))));
        }
        Files.writeString(dist("BUNDLE_SHA256"), Digest.of(list.toString()).hex() + "\n");

        assertThatExceptionOfType(WorkbenchException.class)
                .isThrownBy(() -> PolicyBuild.of(folder))
                .withMessageContaining("names no sources");
    }

    @Test
    void aFolderWithTwoManifestsIsRefused() throws IOException {
        Files.copy(dist("manifest.json"), dist(".manifest"));

        assertThatExceptionOfType(WorkbenchException.class)
                .isThrownBy(() -> BundleFolder.read(folder.resolve("dist")))
                .withMessageContaining("mean the same file");
    }

    @Test
    void brokenDataIsRefusedByName() throws IOException {
        Files.writeString(data(), "{\"roles\": {}, \"roles\": {}}");
        assertThatExceptionOfType(WorkbenchException.class)
                .isThrownBy(() -> PolicyBuild.of(folder))
                .withMessageContaining("data.json")
                .withMessageContaining("occurs twice");
        isAsOpaBuiltIt("data.json");
    }

    @Test
    void malformedDataIsRefusedWithItsPlace() throws IOException {
        Files.writeString(data(), "{\n  \"roles\" {}\n}");
        assertThatExceptionOfType(WorkbenchException.class)
                .isThrownBy(() -> PolicyBuild.of(folder))
                .withMessageContaining("data.json")
                .withMessageContaining("at line 2");
    }

    @Test
    void anotherFolderIsNoPolicy(@TempDir Path empty) {
        assertThatExceptionOfType(WorkbenchException.class)
                .isThrownBy(() -> PolicyBuild.of(empty))
                .withMessageContaining("is no policy");
    }

    private void isAsOpaBuiltIt(String name) {
        assertThat(dist(name)).hasSameBinaryContentAs(SHIPPED.resolve("dist").resolve(name));
    }

    private Path data() {
        return folder.resolve("writ/authz/data.json");
    }

    private Path dist(String name) {
        return folder.resolve("dist").resolve(name);
    }
}

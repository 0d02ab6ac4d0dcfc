package io.writ.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildPolicyCommandTest {

    private static final Path SHIPPED = Path.of("../opa").toAbsolutePath().normalize();

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
    void nothingChangedIsSaid() {
        Outcome outcome = build();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output())
                .startsWith("Nothing changed since policy 1+sha256:")
                .contains("nothing found.");
    }

    @Test
    void newDataIsBuiltAndChecked() throws IOException {
        change("\"permit_seconds\": 30", "\"permit_seconds\": 45");
        Outcome outcome = build();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output())
                .startsWith("Built policy 1+sha256:")
                .contains("(it was 1+sha256:", "nothing found.");
    }

    @Test
    void whatTheCheckRefusesIsBuiltAndToldWithOne() throws IOException {
        change("\"masks\": [\"email\", \"phone\"]", "\"masks\": [\"iban\"]");
        Outcome outcome = build();
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).contains("Built policy", "there is no mask iban");
    }

    @Test
    void changedRulesEndWithTwoAndSayWhatToRun() throws IOException {
        Path rule = folder.resolve("writ/authz/sessions.rego");
        Files.writeString(rule, Files.readString(rule) + "\n# changed\n");
        Outcome outcome = build();
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.errors()).startsWith("writ: a rule changed").contains("run opa/build.sh");
    }

    private Outcome build() {
        return Outcome.of(
                Map.of(), "policy", "build", "--sources", folder.toString(), "--catalogue", "../config/catalogue.json");
    }

    private void change(String before, String after) throws IOException {
        Path data = folder.resolve("writ/authz/data.json");
        String text = Files.readString(data);
        assertThat(text).contains(before);
        Files.writeString(data, text.replace(before, after));
    }
}

package io.writ.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

    private static final Path PAGE = Path.of("../docs/CONFIGURATION.md");

    @Test
    void theReferencePageListsEveryKeyWithItsDefault() throws IOException {
        String rows = Arrays.stream(ConfigKey.values())
                .map(ConfigurationPageTest::row)
                .collect(Collectors.joining("\n"));

        assertThat(PAGE).content().contains(rows);
    }

    @Test
    void theReferencePageListsNoOtherKey() throws IOException {
        assertThat(Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| `WRIT_")))
                .hasSameSizeAs(ConfigKey.values());
    }

    private static String row(ConfigKey key) {
        String fallback = key.fallback().isEmpty() ? "" : "`" + key.fallback() + "`";
        return "| `%s` | %s | %s |".formatted(key.env(), fallback, key.meaning());
    }
}

package io.writ.governance.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SchemaVersionTest {

    private static final Path MIGRATIONS = Path.of("../../cli/src/main/resources/db/migration");

    @Test
    void theServerExpectsTheNewestMigration() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.matches("V[0-9]+__.*"))
                            .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__")))))
                    .isNotEmpty()
                    .allMatch(version -> version <= SchemaVersion.EXPECTED)
                    .contains(SchemaVersion.EXPECTED);
        }
    }

    @Test
    void aDatabaseWithAllMigrationsFits() {
        assertThat(new SchemaVersion(TestDatabase.app()).fits()).isTrue();
    }

    @Test
    void anOlderAndANewerDatabaseDoNotFit() {
        assertThat(new SchemaVersion(TestDatabase.app(), SchemaVersion.EXPECTED + 1).fits())
                .isFalse();
        assertThat(new SchemaVersion(TestDatabase.app(), SchemaVersion.EXPECTED - 1).fits())
                .isFalse();
    }
}

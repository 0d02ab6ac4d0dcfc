package io.writ.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OffendingSourcesTest {

    private static final Path FIXTURES = Repository.root().resolve("integration-tests/src/test/resources/boundary");

    /** Fewer fixtures than this means that somebody removed a net. */
    private static final int FIXTURES_MIN = 9;

    @TempDir
    Path classes;

    static List<OffendingSource> offending() {
        return OffendingSource.all(FIXTURES.resolve("offending"));
    }

    @ParameterizedTest
    @MethodSource("offending")
    void theCompilerRefusesIt(OffendingSource source) {
        List<? extends Diagnostic<?>> errors = source.compile(classes);

        assertThat(errors).as("errors of %s", source).hasSize(1);
        assertThat(errors.getFirst().getCode()).isEqualTo(source.code());
        assertThat(errors.getFirst().getMessage(Locale.ROOT)).contains(source.message());
    }

    @Test
    void thereIsAFixtureForEveryRule() {
        assertThat(offending()).hasSizeGreaterThanOrEqualTo(FIXTURES_MIN);
    }

    @Test
    void aSourceThatKeepsTheRulesCompiles() {
        List<OffendingSource> allowed = OffendingSource.all(FIXTURES.resolve("allowed"));

        assertThat(allowed)
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.compile(classes)).isEmpty());
    }
}

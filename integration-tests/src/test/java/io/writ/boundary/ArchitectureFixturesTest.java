package io.writ.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bytecode rule has a class that breaks it. */
class ArchitectureFixturesTest {

    private static final Path FIXTURES =
            Repository.root().resolve("integration-tests/src/test/resources/boundary/architecture");

    @TempDir
    Path classes;

    static List<OffendingSource> offending() {
        return OffendingSource.all(FIXTURES);
    }

    @ParameterizedTest
    @MethodSource("offending")
    void theRuleFindsIt(OffendingSource source) {
        assertThat(source.compile(classes)).as("%s compiles", source).isEmpty();
        JavaClasses imported = new ClassFileImporter().importPath(classes);

        String[] expectations = source.message().split("\\|", -1);
        assertThat(new ExemptedRule(source.code(), rule(source.code()), List.of())
                        .violations(imported, LocalDate.now(ZoneOffset.UTC)))
                .anySatisfy(violation -> assertThat(violation).contains(expectations[expectations.length - 1]));
    }

    @Test
    void everyRuleHasAFixture() {
        assertThat(ArchitectureTest.rules())
                .extracting(Map.Entry::getKey)
                .allSatisfy(name -> assertThat(
                                offending().stream().map(OffendingSource::code).toList())
                        .contains(name));
    }

    @Test
    void anExemptionHidesOneClassUntilItsLastDayAndMayNotBeStale() {
        var source = offending().stream()
                .filter(each -> each.code().equals("nobody-asks-the-container"))
                .findFirst()
                .orElseThrow();
        source.compile(classes);
        JavaClasses imported = new ClassFileImporter().importPath(classes);
        var exemption = Exemption.parse(
                "nobody-asks-the-container | AsksTheContainer | 0001-modules.md | somebody | 2030-01-31");
        var rule = new ExemptedRule(source.code(), rule(source.code()), List.of(exemption));

        assertThat(rule.violations(imported, LocalDate.of(2030, 1, 31))).isEmpty();
        assertThat(rule.violations(imported, LocalDate.of(2030, 2, 1))).isNotEmpty();
        assertThat(rule.violations(new ClassFileImporter().importPaths(List.of()), LocalDate.of(2030, 1, 1)))
                .singleElement()
                .asString()
                .startsWith("stale exemption");
    }

    private static ArchRule rule(String name) {
        return ArchitectureTest.rules().stream()
                .filter(entry -> entry.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }
}

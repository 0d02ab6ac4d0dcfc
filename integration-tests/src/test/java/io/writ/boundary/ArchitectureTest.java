package io.writ.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    /** Fewer classes than this means that the importer looked in the wrong place and every rule passed empty. */
    private static final int CLASSES_MIN = 400;

    private static final JavaClasses PRODUCTION = Production.classes();

    static List<Map.Entry<String, ArchRule>> rules() {
        return List.of(
                Map.entry("packages-have-no-cycles", Rules.packagesHaveNoCycles()),
                Map.entry("nobody-asks-the-container", Rules.nobodyAsksTheContainerForBeans()),
                Map.entry("nobody-injects-everything", Rules.nobodyInjectsEverything()),
                Map.entry("sources-are-not-beans", Rules.sourcesAreNotBeans()),
                Map.entry("operations-are-governed", Rules.operationsAreGoverned()),
                Map.entry("only-wiring-creates-time-and-chance", Rules.onlyWiringCreatesTimeAndChance()),
                Map.entry("only-governance-touches-databases", Rules.onlyGovernanceTouchesSystemsOfRecord()),
                Map.entry("only-anchors-leave-the-database", Rules.onlyAnchorsLeaveTheDatabase()),
                Map.entry("only-anchors-and-exports-touch-files", Rules.onlyAnchorsAndExportsTouchFiles()),
                Map.entry("app-sees-only-contracts", Rules.theApplicationSeesOnlyContracts()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProductKeepsTheRule(Map.Entry<String, ArchRule> rule) {
        assertThat(PRODUCTION.size()).isGreaterThanOrEqualTo(CLASSES_MIN);

        var exempted = new ExemptedRule(rule.getKey(), rule.getValue(), Exemption.all());
        assertThat(exempted.violations(PRODUCTION, LocalDate.now(ZoneOffset.UTC)))
                .isEmpty();
    }

    @Test
    void everyExemptionHasARecordAnOwnerAndADay() {
        assertThat(Exemption.all()).allSatisfy(exemption -> {
            assertThat(Repository.root().resolve("docs/adr/" + exemption.record()))
                    .exists();
            assertThat(exemption.owner()).isNotBlank();
            assertThat(exemption.isExpired(LocalDate.now(ZoneOffset.UTC)))
                    .as("expired: %s", exemption)
                    .isFalse();
            assertThat(rules()).extracting(Map.Entry::getKey).contains(exemption.rule());
        });
        assertThat(Files.exists(Exemption.FILE)).isTrue();
    }
}

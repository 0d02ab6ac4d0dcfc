package io.writ.boundary;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** What the compiler cannot say about the architecture, said once. */
final class Rules {

    private static final String GOVERNANCE = "io.writ.governance..";

    private Rules() {}

    static ArchRule packagesHaveNoCycles() {
        return slices().matching("io.writ.(**)").should().beFreeOfCycles();
    }

    static ArchRule nobodyAsksTheContainerForBeans() {
        return noClasses()
                .should()
                .callMethod("jakarta.enterprise.inject.spi.CDI", "current")
                .because("a service locator hides what a class needs: take it in the constructor");
    }

    static ArchRule nobodyInjectsEverything() {
        return noFields()
                .should()
                .haveRawType("jakarta.enterprise.inject.Instance")
                .because("Instance<Object> hands out what a module hides");
    }

    static ArchRule sourcesAreNotBeans() {
        return classes()
                .that()
                .implement("io.writ.governance.source.Source")
                .should(beUnannotated())
                .because("a source that the container knows can be injected past the permit");
    }

    static ArchRule operationsAreGoverned() {
        return classes()
                .that(areConcreteOperations())
                .should(carryGoverned())
                .because("policy is applied by the interceptor and nowhere else: an operation without @Governed reads"
                        + " nothing");
    }

    static ArchRule onlyWiringCreatesTimeAndChance() {
        return noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Wiring")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Math.class, "random")
                .because("replay depends on it: take a Clock or an id source in the constructor");
    }

    static ArchRule onlyGovernanceTouchesSystemsOfRecord() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(GOVERNANCE, "io.writ.ledger..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..")
                .because("only governance and the ledger speak to a database");
    }

    static ArchRule onlyAnchorsLeaveTheDatabase() {
        return noClasses()
                .that()
                .resideInAPackage("io.writ.ledger..")
                .and()
                .resideOutsideOfPackage("io.writ.ledger.anchor..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "org.eclipse.jgit..")
                .because("the ledger stores in its database; what leaves it for elsewhere leaves through one room");
    }

    static ArchRule onlyAnchorsAndExportsTouchFiles() {
        return noClasses()
                .that()
                .resideInAPackage("io.writ.ledger..")
                .and()
                .resideOutsideOfPackages("io.writ.ledger.anchor..", "io.writ.ledger.export..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.nio.file.Files")
                .because("the ledger stores in its database; files are for anchors and for auditors");
    }

    static ArchRule theApplicationSeesOnlyContracts() {
        return noClasses()
                .that()
                .resideInAPackage("io.writ.app..")
                .should()
                .dependOnClassesThat(areHiddenRooms())
                .because("at run time Liberty puts every JAR into one unnamed module, so the bytecode must not need"
                        + " what the descriptor hides");
    }

    private static DescribedPredicate<JavaClass> areHiddenRooms() {
        return DescribedPredicate.describe(
                "are hidden rooms of another module", type -> isHidden(type.getPackageName()));
    }

    private static boolean isHidden(String name) {
        boolean room = name.startsWith("io.writ.governance.")
                || name.startsWith("io.writ.ledger.")
                || name.startsWith("io.writ.orchestration.")
                || name.startsWith("io.writ.evidence.");
        return room;
    }

    private static DescribedPredicate<JavaClass> areConcreteOperations() {
        return DescribedPredicate.describe(
                "are concrete operations",
                type -> !type.isInterface()
                        && type.getAllRawInterfaces().stream()
                                .anyMatch(each -> each.getName().equals(GovernedOperations.INTERFACE)));
    }

    private static ArchCondition<JavaClass> carryGoverned() {
        return new GovernedOperations();
    }

    private static ArchCondition<JavaClass> beUnannotated() {
        return new UnannotatedSources();
    }
}

package io.writ.governance.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A check ends, whatever it is given: a server that starts or looks for a bundle waits for it. */
@Timeout(60)
class EffortTest {

    @Test
    void loopsInLoopsAreNotReadToTheirEndAndItIsSaid() {
        assertThat(findings("nested"))
                .anySatisfy(finding -> assertThat(finding.advice()).contains("nested too deeply"))
                .filteredOn(finding -> finding.where().startsWith("nested.rego"))
                .isEmpty();
    }

    @Test
    void aValueThatIsDoubledAtEachLevelIsReadWithoutBeingCopied() {
        assertThat(findings("doubled"))
                .noneSatisfy(finding -> assertThat(finding.code()).isEqualTo(Codes.UNPROVEN));
    }

    @Test
    void withoutTimeNothingIsCertainAndNothingIsAnError() {
        AtomicLong now = new AtomicLong();
        Effort late = new Effort(now::get);
        now.set(Duration.ofSeconds(21).toNanos());
        List<Finding> findings = PlanCheck.findings(
                OffendingRules.shippedPlan(),
                OffendingRules.shippedData(),
                Optional.of(OffendingRules.shippedCatalogue()),
                late);

        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("policy.check.unproven");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        });
        assertThat(findings).anySatisfy(finding -> assertThat(finding.advice()).contains("coverage is not proven"));
    }

    @Test
    void aBuiltinThatDoesNotTakeAMadeUpAttributeIsAWarning() {
        List<Finding> findings = findings("invented");

        assertThat(findings)
                .filteredOn(finding -> finding.advice().contains("for made-up attributes"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
        assertThat(findings)
                .noneSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR));
    }

    private static List<Finding> findings(String name) {
        return PlanCheck.findings(
                new OffendingRules(name).committedPlan(), OffendingRules.shippedData(), Optional.empty());
    }
}

package io.writ.governance.policy.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.writ.governance.BacktestOrder;
import io.writ.governance.CandidatePolicy;
import io.writ.governance.policy.Workspace;
import io.writ.governance.policy.bundle.BundleReading;
import io.writ.governance.policy.bundle.PackagedBundle;
import io.writ.governance.policy.bundle.source.Workshop;
import io.writ.governance.policy.engine.PolicyBundle;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrialTest {

    private static final PolicyBundle IN_FORCE = BundleReading.ofDistribution(new PackagedBundle());
    private static final Path DIST = Workspace.OPA.resolve("dist");

    private final Workshop workshop = new Workshop()
            .with("data.json", Workspace.text(DIST.resolve("data.json")))
            .with(".manifest", Workspace.text(DIST.resolve("manifest.json")))
            .with("plan.json", Workspace.text(DIST.resolve("plan.json")));

    @Test
    void theShippedPolicyIsFarBelowTheLimits() {
        assertThat(trial(workshop).candidate().revision()).isEqualTo(IN_FORCE.revision());
    }

    @Test
    void anArchiveThatUnpacksToTooMuchIsRefused() {
        byte[] bomb = workshop.with("large.rego", "#".repeat(Trial.CANDIDATE_BYTES_MAX))
                .archive();

        assertThat(bomb.length).isLessThan(128 * 1024);
        assertThatExceptionOfType(BacktestFailure.class)
                .isThrownBy(() -> trial(bomb))
                .withMessageContaining("larger than a bundle may be");
    }

    @Test
    void aFewKilobytesOfZerosAreRefusedBeforeTheyBecomeNumbers() {
        String zeros = "{\"a\":[0" + ",0".repeat(Trial.CANDIDATE_VALUES_MAX) + "]}";
        for (String file : new String[] {"data.json", "plan.json", ".manifest"}) {
            byte[] bomb = new Workshop()
                    .with("data.json", "{}")
                    .with(".manifest", "{}")
                    .with("plan.json", "{}")
                    .with(file, zeros)
                    .archive();

            assertThat(bomb.length).isLessThan(16 * 1024);
            assertThatExceptionOfType(BacktestFailure.class)
                    .as(file)
                    .isThrownBy(() -> trial(bomb))
                    .withMessageContaining("JSON values");
        }
    }

    private static Trial trial(Workshop workshop) {
        return trial(workshop.archive());
    }

    private static Trial trial(byte[] archive) {
        BacktestOrder order = new BacktestOrder(new CandidatePolicy.Archive(archive), 10, Optional.empty());
        return Trial.of(order, IN_FORCE, Notes.CLOCK.instant());
    }
}

package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a server does not start with. */
class PolicyStartIT {

    @Test
    void anotherBundleThanThePinnedOneRefusesTheStart() {
        Throwable refused =
                catchThrowable(() -> TestServer.start("pinned", Map.of("WRIT_POLICY_PIN", "sha256:" + "0".repeat(64)))
                        .close());

        assertThat(refused)
                .hasMessageContaining("STARTUP_ERROR ERR_POLICY_REFUSED: the policy bundle is refused: the bundle has"
                        + " digest sha256:")
                .hasMessageContaining("(bundle.pin)");
    }

    @Test
    void aPostureThatNobodyKnowsRefusesTheStart() {
        Throwable refused =
                catchThrowable(() -> TestServer.start("posture", Map.of("WRIT_POSTURE", "policy.singed=true"))
                        .close());

        assertThat(refused)
                .hasMessageContaining("STARTUP_ERROR ERR_INVALID_CONFIG: WRIT_POSTURE names policy.singed; known are");
    }
}

package io.writ.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetireAnchorCommandTest {

    @Test
    void withoutAReasonNothingIsGivenUp() {
        Outcome refused = Outcome.of(Map.of(), "ledger", "retire-anchor", "worm");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors()).contains("--reason");
    }

    @Test
    void theOwnersCredentialsAreAskedFor() {
        Map<String, String> sequencer =
                Map.of("WRIT_DB_URL", "jdbc:postgresql://x/y", "WRIT_DB_SEQUENCER_PASSWORD", "p");

        Outcome refused = Outcome.of(sequencer, "ledger", "retire-anchor", "worm", "--reason", "closed");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors()).contains("set WRIT_DB_OWNER_USER");
    }
}

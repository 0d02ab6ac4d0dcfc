package io.writ.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetainCommandTest {

    @Test
    void whatIsStillWrittenStays() {
        Outcome refused = Outcome.of(Map.of(), "ledger", "retain", "--before", "9999-01-01", "--yes");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors()).contains("lies in the future");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01", "2026-01", ""})
    void somethingThatIsNoDayIsRefused(String before) {
        Outcome refused = Outcome.of(Map.of(), "ledger", "retain", "--before", before);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors()).contains("--before");
    }

    @Test
    void theOwnersCredentialsAreAskedFor() {
        Map<String, String> auditor = Map.of("WRIT_DB_URL", "jdbc:postgresql://x/y", "WRIT_DB_AUDITOR_PASSWORD", "p");

        Outcome refused = Outcome.of(auditor, "ledger", "retain", "--before", "2020-01-01");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors()).contains("set WRIT_DB_OWNER_USER");
    }
}

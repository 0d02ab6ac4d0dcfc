package io.writ.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerVariablesTest {

    @Test
    void theServerNeverGetsTheOwnersOrTheAuditorsCredentials() {
        assertThat(ServerVariables.belongs("WRIT_DB_OWNER_PASSWORD")).isFalse();
        assertThat(ServerVariables.belongs("WRIT_DB_AUDITOR_PASSWORD")).isFalse();
        assertThat(ServerVariables.belongs("WRIT_DB_APP_PASSWORD")).isTrue();
        assertThat(ServerVariables.belongs("WRIT_RATE_LIMIT_RUN_PER_WINDOW")).isTrue();
        assertThat(ServerVariables.belongs("PATH")).isFalse();
    }
}

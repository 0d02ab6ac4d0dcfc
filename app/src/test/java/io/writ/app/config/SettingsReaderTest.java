package io.writ.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.writ.governance.GovernanceConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void aMinimalEnvironment() throws IOException {
        Path identity = Files.writeString(folder.resolve("identity.json"), "{\"principals\":{}}");
        Path catalogue = Files.writeString(folder.resolve("catalogue.json"), "{}");
        environment.put("WRIT_LOCAL_AUTH_SHARED_SECRET", "0123456789abcdef");
        environment.put("WRIT_IDENTITY", identity.toString());
        environment.put("WRIT_CATALOGUE", catalogue.toString());
        environment.put("WRIT_CORPUS", folder.toString());
        environment.put("WRIT_NODE_ID", "node-a");
    }

    @Test
    void whatIsNotSetHasItsDocumentedDefault() {
        Settings settings = read();

        GovernanceConfig governance = settings.governance();
        assertThat(governance.nodeId()).isEqualTo("node-a");
        assertThat(governance.coverageThreshold()).isEqualTo(0.95);
        assertThat(governance.sessionTtl()).isEqualTo(Duration.ofMinutes(15));
        assertThat(governance.rateLimits())
                .isEqualTo(new GovernanceConfig.RateLimits(Duration.ofMinutes(1), 60, 240, 120, 60, 240));
        assertThat(governance.lanes()).isEqualTo(16);
        assertThat(governance.sourceTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(governance.rowsMax()).isEqualTo(200);
        assertThat(settings.runBudget().operatorCallsMax()).isEqualTo(10);
        assertThat(settings.runBudget().parallelismMax()).isEqualTo(OptionalInt.of(4));
        assertThat(settings.metricsNeedPrincipal()).isFalse();
    }

    @Test
    void pecrsNameOfTheSecretIsAccepted() {
        environment.put(SettingsReader.SECRET_ALIAS, environment.remove("WRIT_LOCAL_AUTH_SHARED_SECRET"));

        assertThat(read()).isNotNull();
    }

    @Test
    void everyProblemIsToldAtOnce() {
        environment.clear();
        environment.put("WRIT_HTTP_PORT", "http");
        environment.put("WRIT_COVERAGE_THRESHOLD", "1.5");

        assertThat(refusal())
                .extracting(StartupProblem::message)
                .anyMatch(message -> message.startsWith("WRIT_HTTP_PORT must be a whole number"))
                .anyMatch(message -> message.startsWith("WRIT_COVERAGE_THRESHOLD must be a number from 0 to 1"))
                .anyMatch(message -> message.startsWith("WRIT_LOCAL_AUTH_SHARED_SECRET is not set"))
                .anyMatch(message -> message.startsWith("WRIT_IDENTITY is not set"))
                .anyMatch(message -> message.startsWith("WRIT_CATALOGUE is not set"))
                .anyMatch(message -> message.startsWith("WRIT_CORPUS is not set"));
    }

    @Test
    void aMissingSecretSaysHowToMakeOne() {
        environment.remove("WRIT_LOCAL_AUTH_SHARED_SECRET");

        assertThat(refusal()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("ERR_MISSING_CONFIG");
            assertThat(problem.message()).contains("openssl rand -hex 24");
        });
    }

    @Test
    void aShortSecretIsRefusedAndNotRepeated() {
        environment.put("WRIT_LOCAL_AUTH_SHARED_SECRET", "hunter2");

        assertThat(refusal())
                .singleElement()
                .extracting(StartupProblem::message)
                .asString()
                .contains("too short")
                .doesNotContain("hunter2");
    }

    @Test
    void localModeRefusesToListenBeyondLoopback() {
        environment.put("WRIT_HTTP_HOST", "0.0.0.0");

        assertThat(refusal()).extracting(StartupProblem::code).containsExactly("ERR_NONLOCAL_BIND_REQUIRES_AUTH");
    }

    @Test
    void anUnknownModeRefusesTheStart() {
        environment.put("WRIT_AUTH_MODE", "oidc");

        assertThat(refusal())
                .singleElement()
                .extracting(StartupProblem::message)
                .asString()
                .startsWith("WRIT_AUTH_MODE must be local");
    }

    @Test
    void aMisspeltKeyRefusesTheStartAndIsGuessed() {
        environment.put("WRIT_ROW_MAX", "10");

        assertThat(refusal())
                .singleElement()
                .extracting(StartupProblem::line)
                .isEqualTo("STARTUP_ERROR ERR_INVALID_CONFIG: WRIT_ROW_MAX is not a key of Writ."
                        + " Did you mean WRIT_ROWS_MAX?");
    }

    @Test
    void aDefaultBudgetOutOfRangeRefusesTheStart() {
        environment.put("WRIT_BUDGET_DEFAULT", "{\"max_operator_calls\":99999}");

        assertThat(refusal())
                .singleElement()
                .extracting(StartupProblem::message)
                .asString()
                .startsWith("WRIT_BUDGET_DEFAULT does not fit");
    }

    @Test
    void anIdentityFileThatDoesNotFitRefusesTheStart() throws IOException {
        Files.writeString(folder.resolve("identity.json"), "{\"people\":{}}");

        assertThat(refusal())
                .singleElement()
                .extracting(StartupProblem::message)
                .asString()
                .startsWith("WRIT_IDENTITY does not fit");
    }

    private Settings read() {
        return new SettingsReader(name -> Optional.ofNullable(environment.get(name))).read(environment.keySet());
    }

    private List<StartupProblem> refusal() {
        return catchThrowableOfType(StartupRefused.class, this::read).problems();
    }
}

package io.writ.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.Outcome;
import io.writ.cli.database.DevDatabase;
import io.writ.cli.database.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replay and backtest where nothing was recorded yet, and where something is in their way. */
class RecordedPolicyCommandsTest {

    private static final String DIST = "../opa/dist";

    @TempDir
    private static Path data;

    private static DevDatabase database;

    @BeforeAll
    static void start() {
        database = DevDatabase.start(data.resolve("postgres"));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void aReplayOfNothingIsNoSuccess() {
        Outcome replay = Outcome.of(auditor(), "policy", "replay");

        assertThat(replay.exitCode()).isEqualTo(3);
        assertThat(replay.output()).startsWith("Nothing could be compared");
    }

    @Test
    void aBacktestOverNothingIsNoSuccessAndIsNotSigned(@TempDir Path folder) {
        Path report = folder.resolve("backtest-report.json");

        Outcome backtest = Outcome.of(
                auditor(), "policy", "backtest", "--candidate", DIST, "--sign", "key.pem", "--out", report.toString());

        assertThat(backtest.exitCode()).isEqualTo(1);
        assertThat(backtest.errors()).contains("Not signed");
        assertThat(report).doesNotExist();
    }

    @Test
    void theDatabaseThatRunHasRunningIsFound() {
        Outcome replay = Outcome.of(Map.of(), "policy", "replay", "--data", data.toString());

        assertThat(replay.exitCode()).as(replay.errors()).isEqualTo(3);
    }

    @Test
    void aDatabaseThatDoesNotRunIsToldApart(@TempDir Path other) throws IOException {
        Files.createDirectories(other.resolve("postgres"));

        assertRefused(Outcome.of(Map.of(), "policy", "replay", "--data", other.toString()), "is not running");
        assertRefused(Outcome.of(Map.of(), "policy", "replay", "--data", "nowhere"), "set WRIT_DB_URL");
    }

    @Test
    void whoSeesOneTenantOnlyIsSentToTheAuditor() {
        Login app = database.access().app();
        Map<String, String> variables = Map.of(
                "WRIT_DB_URL", database.access().url(),
                "WRIT_DB_AUDITOR_USER", app.user(),
                "WRIT_DB_AUDITOR_PASSWORD", app.password());

        assertRefused(Outcome.of(variables, "policy", "replay"), "use the auditor's credentials");
    }

    @Test
    void aDatabaseThatCannotBeEnteredIsASentence() {
        Map<String, String> variables =
                Map.of("WRIT_DB_URL", database.access().url(), "WRIT_DB_AUDITOR_PASSWORD", "wrong");

        Outcome replay = Outcome.of(variables, "policy", "replay");

        assertRefused(replay, "password authentication failed");
        assertThat(replay.errors()).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--last=0", "--last=x", "--last=1 --all", "--bundle=nowhere", "--bundle=src", "--surprise"})
    void whatMakesNoSenseIsWrongUsage(String options) {
        String[] words = ("policy replay " + options).split(" ", -1);

        assertThat(Outcome.of(auditor(), words).exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--candidate=nowhere",
                "--candidate=src",
                "--candidate=" + DIST + " --format=pdf",
                "--candidate=" + DIST + " --fail-on=everything",
                "--candidate=" + DIST + " --base=nowhere"
            })
    void aBacktestThatMakesNoSenseIsWrongUsage(String options) {
        String[] words = ("policy backtest " + options).strip().split(" ", -1);

        assertThat(Outcome.of(auditor(), words).exitCode()).isEqualTo(2);
    }

    private static void assertRefused(Outcome outcome, String advice) {
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.errors()).startsWith("writ: ").contains(advice);
    }

    private static Map<String, String> auditor() {
        return Map.of(
                "WRIT_DB_URL",
                database.access().url(),
                "WRIT_DB_AUDITOR_PASSWORD",
                database.access().auditor().password());
    }
}

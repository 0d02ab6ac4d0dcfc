package io.writ.cli.ledger;

import static io.writ.cli.ledger.SmallTree.consistency;
import static io.writ.cli.ledger.SmallTree.leaf;
import static io.writ.cli.ledger.SmallTree.node;
import static io.writ.cli.ledger.SmallTree.note;
import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.Outcome;
import io.writ.ledger.LogKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log that says one thing and then another. */
class WatchLedgerCommandTest {

    private static final String LOG = "writ.example/watched";
    private static final String PROOF = "/v1/ledger/proofs/consistency?from=1&to=2";
    private static final byte[] FIRST = leaf("first");
    private static final byte[] SECOND = leaf("second");

    @TempDir
    private Path folder;

    private final TalkativeLog log = new TalkativeLog().says("/checkpoint", note(LOG, 1, FIRST));

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aLogThatOnlyGrowsIsFine() throws IOException {
        assertThat(watch().output()).contains("begun: followed from size 1 on");
        assertThat(watch().output()).contains("same: still 1 entries");
        log.says("/checkpoint", note(LOG, 2, node(FIRST, SECOND))).says(PROOF, consistency(SECOND));

        Outcome grown = watch();

        assertThat(grown.output()).contains("grown: grew from size 1 to size 2");
        assertThat(grown.exitCode()).isZero();
        assertThat(folder.resolve("state")).hasContent(note(LOG, 2, node(FIRST, SECOND)));
        assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("state"));
    }

    @Test
    void anotherRootOfTheSameSizeIsAFork() {
        watch();
        log.says("/checkpoint", note(LOG, 1, SECOND));

        assertAlarm(watch(), 3, "ALARM fork: size 1 had the root");
    }

    @Test
    void aTreeThatDoesNotHoldTheOlderOneIsAFork() throws IOException {
        watch();
        log.says("/checkpoint", note(LOG, 2, node(SECOND, FIRST))).says(PROOF, consistency(FIRST));
        assertAlarm(watch(), 3, "ALARM fork: the log did not grow from size 1 to size 2");

        log.says(PROOF, "{\"path\":[\"not base64!\"]}");
        assertAlarm(watch(), 3, "ALARM fork: the log does not prove that it grew");
        log.fails(PROOF, 400, "{\"type\":\"/problems/params-invalid\"}");
        assertAlarm(watch(), 3, "the log does not prove that it grew from size 1 to size 2: 400");
        assertThat(folder.resolve("state")).hasContent(note(LOG, 1, FIRST));
    }

    @Test
    void aSmallerTreeIsAShrink() {
        log.says("/checkpoint", note(LOG, 2, node(FIRST, SECOND)));
        watch();
        log.says("/checkpoint", note(LOG, 1, FIRST));
        assertAlarm(watch(), 4, "ALARM shrink: the log covered 2 entries and now covers 1");

        log.fails("/checkpoint", 404, "{\"type\":\"/problems/tree-not-there\"}");
        assertAlarm(watch(), 4, "ALARM shrink: the log had 2 entries under a checkpoint, and now has no checkpoint");
    }

    @Test
    void aLogThatCannotBeAskedIsUnclearFirstAndAStallLater() {
        log.fails("/checkpoint", 503, "away");

        Outcome once = watch();
        assertThat(once.output()).contains("unclear: no checkpoint: 503 away");
        assertThat(once.exitCode()).isEqualTo(2);

        Outcome stalled = watch("--every", "20ms", "--stall", "60ms");
        assertThat(stalled.output()).contains("ALARM stall: since").contains("503 away");
        assertThat(stalled.exitCode()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 408, 429, 502})
    void whateverStandsBeforeTheLogRaisesNoAlarmButAStallWhenItLasts(int status) throws IOException {
        log.says("/checkpoint", note(LOG, 1, FIRST));
        watch();
        log.fails("/checkpoint", status, "<html>not here</html>");
        assertThat(watch().output()).contains("unclear: no checkpoint: " + status + " <html>not here</html>");

        log.says("/checkpoint", note(LOG, 2, node(FIRST, SECOND))).fails(PROOF, status, "<html>not here</html>");
        Outcome unproven = watch();
        assertThat(unproven.output()).contains("unclear: no proof of consistency: " + status);
        assertThat(unproven.exitCode()).isEqualTo(2);
        assertThat(folder.resolve("state")).hasContent(note(LOG, 1, FIRST));
        assertAlarm(watch("--every", "20ms", "--stall", "60ms"), 5, "no proof of consistency: " + status);
    }

    @Test
    void aServerPaintsNothingOnTheScreen() {
        log.fails("/checkpoint", 503, "\u001b[2J\u001b[Hall is well\u202e");

        assertThat(watch().output()).contains("503  [2J [Hall is well").doesNotContain("\u001b", "\u202e");
        assertThat(watch("--once", "--json").output()).doesNotContain("\u001b", "\u202e");
    }

    @Test
    void entriesThatWaitTooLongForACheckpointAreAStallAndAQuietLogIsNone() {
        log.says("/metrics", "writ_ledger_inclusion_lag_seconds 0.0\n");
        assertThat(watch("--once", "--stall", "1m").exitCode()).isZero();

        log.says("/metrics", "# HELP x\nwrit_ledger_inclusion_lag_seconds 61.5\n");
        Outcome stalled = watch("--once", "--stall", "1m");

        assertAlarm(stalled, 5, "ALARM stall: entries wait for a checkpoint since 61 seconds, and may wait 60");
    }

    @Test
    void anotherKeyOrAnotherNameIsToldAndNotFollowed() throws IOException {
        Files.writeString(folder.resolve("key"), LogKey.publicKey(LogKey.mint(LOG)));
        Outcome unsigned = watch("--once", "--key", folder.resolve("key").toString());
        assertAlarm(unsigned, 6, "the known key did not sign it");
        assertThat(unsigned.output()).contains("take the new public key from where you trust it");

        watch();
        log.says("/checkpoint", note("writ.example/another", 1, FIRST));
        assertAlarm(watch(), 6, "the log called itself " + LOG + " and now calls itself writ.example/another");

        log.says("/checkpoint", "<html>");
        assertAlarm(watch(), 6, "what stands for a checkpoint is none");
    }

    @Test
    void machinesGetOneObjectPerLine() {
        assertThat(watch("--once", "--json").output().strip())
                .startsWith("{\"at\":\"")
                .contains("\"exit_code\":0,\"event\":\"begun\",\"origin\":\"" + LOG + "\",\"size\":1")
                .endsWith("}");
        log.says("/checkpoint", note(LOG, 1, SECOND));
        assertThat(watch("--once", "--json").output()).contains("\"event\":\"alarm\",\"alarm\":\"fork\"");
    }

    @Test
    void whatCannotBeWatchedIsToldInOneLine() throws IOException {
        Files.writeString(folder.resolve("state"), "scribble");
        Outcome noState = watch();
        assertThat(noState.errors()).contains("holds no checkpoint");
        assertThat(noState.exitCode()).isEqualTo(2);

        assertThat(watch("--every", "soon").errors()).contains("--every is a time like");
        assertThat(run("http://example.org", "--once").errors()).contains("ask it over https");
        assertThat(run("nonsense", "--once").errors()).contains("is no address of a server");
    }

    private static void assertAlarm(Outcome outcome, int exitCode, String told) {
        assertThat(outcome.output()).contains(told);
        assertThat(outcome.exitCode()).isEqualTo(exitCode);
    }

    private Outcome watch(String... more) {
        return run(log.url(), more.length == 0 ? new String[] {"--once"} : more);
    }

    private Outcome run(String url, String... more) {
        List<String> arguments = new ArrayList<>(List.of("ledger", "watch", url));
        arguments.addAll(List.of("--state", folder.resolve("state").toString()));
        arguments.addAll(List.of(more));
        return Outcome.of(Map.of(), arguments.toArray(String[]::new));
    }
}

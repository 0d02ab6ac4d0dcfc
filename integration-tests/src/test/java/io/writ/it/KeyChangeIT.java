package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.server.LocalInstance;
import io.writ.ledger.LedgerVerifier;
import io.writ.ledger.LogKey;
import io.writ.ledger.VerificationReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server comes back with another key, and the log goes on. */
class KeyChangeIT {

    private static final String NAME = "writ.example/changing";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path PROGRAM = TestServer.ROOT.resolve("integration-tests/src/test/go/verify");

    @TempDir
    private static Path folder;

    @Test
    void aLogChangesItsKeyAndOtherPeoplesSoftwareVerifiesTheCheckpointWithEither() throws Exception {
        String older = LogKey.mint(NAME);
        String newer = LogKey.mint(NAME);
        Path current = Files.writeString(folder.resolve("current"), older);
        // A log without a checkpoint has no key yet, so there is nothing to take over from.
        Path previous = Files.writeString(folder.resolve("previous"), LogKey.mint(NAME));
        Map<String, String> keys =
                Map.of("WRIT_LEDGER_KEY", current.toString(), "WRIT_LEDGER_PREVIOUS_KEY", previous.toString());
        try (LocalInstance instance = TestServer.start("key-change", keys)) {
            var records = new Records(instance.database());
            OpenSession.open(Api.of(instance, "dev"));
            Patience.await(PATIENCE, "nothing was signed", () -> !notes(records).isEmpty());
            instance.server().kill();
            Files.writeString(current, newer);
            Files.writeString(previous, older);
            instance.restartServer();
            Patience.await(
                    PATIENCE,
                    "the key did not change",
                    () -> doublySigned(records).size() == 1);
            OpenSession.open(Api.of(instance, "dev"));
            Patience.await(PATIENCE, "the lane of the killed server stays open", () -> isSealed(records, 1));

            for (String key : List.of(older, newer)) {
                VerificationReport report = LedgerVerifier.over(
                                instance.database().asAuditor(), (_, _) -> {}, LogKey.publicKey(key))
                        .verify();
                assertThat(report.sentences()).isEmpty();
                assertThat(report.tree().checkpoints()).isGreaterThanOrEqualTo(3);
            }
            assertThat(Api.anonymous(instance).get("/readyz").text()).doesNotContain("sequence");
            assertGoOpens(doublySigned(records).getFirst(), List.of(older, newer));
        }
    }

    private static void assertGoOpens(String note, List<String> keys) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                PolicyAuthor.run(Path.of("."), List.of("go", "version")).startsWith("go version"),
                "SKIPPED: go is absent, so nobody else opened the note");
        Files.writeString(folder.resolve("note"), note);
        for (String key : keys) {
            Files.writeString(folder.resolve("key"), LogKey.publicKey(key));
            assertThat(go()).isEqualTo("signed by " + NAME + ", and by 1 it does not know\n");
        }
        Files.writeString(folder.resolve("key"), LogKey.publicKey(LogKey.mint(NAME)));
        assertThat(go()).contains("note has no verifiable signatures");
    }

    private static String go() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "go",
                        "run",
                        "./note",
                        folder.resolve("key").toString(),
                        folder.resolve("note").toString())
                .directory(PROGRAM.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static List<String> doublySigned(Records records) {
        return notes(records).stream()
                .filter(note ->
                        note.lines().filter(line -> line.startsWith("— ")).count() == 2)
                .toList();
    }

    private static List<String> notes(Records records) {
        return records.texts("select note from writ.tree_checkpoint where note <> ? order by size", "");
    }

    private static boolean isSealed(Records records, long lane) {
        String sql = "select count(*)::text from writ.ledger_entry where kind = 6 and lane::text = ?";
        return records.texts(sql, Long.toString(lane)).equals(List.of("1"));
    }
}

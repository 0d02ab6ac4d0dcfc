package io.writ.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.Outcome;
import io.writ.cli.database.DatabaseAccess;
import io.writ.cli.database.DevDatabase;
import io.writ.ledger.LogKey;
import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.proof.SealKey;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.NoteSigner;
import io.writ.ledger.signing.SignedNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are minted and kept, and a log whose database was emptied begins anew. */
class LedgerKeysTest {

    private static final String OLD = LogKey.mint("writ.example/old");

    @TempDir
    private static Path postgres;

    private static DevDatabase database;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        database = DevDatabase.start(postgres);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void aKeyIsMintedOnceAndReadByItsOwnerOnly() throws IOException {
        Path key = folder.resolve("key");
        Outcome minted = run("mint-key", "--name", "writ.example/log", "--out", key.toString());
        assertThat(minted.exitCode()).isZero();
        assertThat(minted.output())
                .contains("WRIT_LEDGER_KEY=" + key)
                .contains(LogKey.publicKey(Files.readString(key)))
                .doesNotContain("PRIVATE");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");

        Outcome again = run("mint-key", "--name", "writ.example/log", "--out", key.toString());
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.errors()).contains("exists: a key is never written over anything");
    }

    @Test
    void aKeyOfAWitnessIsKeptLikeThatOfALogAndIsNone() throws IOException {
        Path key = folder.resolve("key");
        Outcome minted = run("witness-key", "writ.example/witness", key.toString());
        assertThat(minted.exitCode()).isZero();
        assertThat(minted.output().strip()).isEqualTo(LogKey.publicKey(Files.readString(key)));
        assertThat(SealKey.parse(minted.output().strip()).isOfWitness()).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");

        Outcome again = run("witness-key", "writ.example/witness", key.toString());
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.errors()).contains("exists: a key is never written over anything");
        assertThat(run("witness-key", "a witness", folder.resolve("other").toString())
                        .errors())
                .contains("no key can have the name a witness");
        assertThat(run("witness-key", "--help").output()).contains("2   no key was made");
    }

    @Test
    void anotherKeyOfALogHasItsName() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), OLD);
        Path next = folder.resolve("next");
        Outcome minted = run("mint-key", "--like", key.toString(), "--out", next.toString());
        assertThat(minted.output()).contains("WRIT_LEDGER_PREVIOUS_KEY=" + key);
        assertThat(LogKey.successionProblem(OLD, Files.readString(next))).isEmpty();
    }

    @Test
    void aNameThatNoKeyCanHaveAndNoNameAtAllAreRefused() {
        String out = folder.resolve("key").toString();
        assertThat(run("mint-key", "--name", "a log", "--out", out).errors())
                .contains("no key can have the name a log");
        assertThat(run("mint-key", "--out", out).errors()).contains("give either --name");
        assertThat(folder.resolve("key")).doesNotExist();
    }

    @Test
    void aRestartWritesTheNoticeAndTheNewKey() throws Exception {
        Path fresh = folder.resolve("fresh");
        Outcome done = run(restart(checkpoint(5), "the disk died", fresh));
        assertThat(done.errors()).isEmpty();
        assertThat(done.exitCode()).isZero();
        assertThat(done.output())
                .contains("goes on as writ.example/new, from 0 leaves")
                .contains("WRIT_LEDGER_KEY=" + fresh)
                .contains(LogKey.publicKey(Files.readString(fresh)));
        assertThat(notices()).containsExactly("8");

        Path unused = folder.resolve("unused");
        Outcome again = run(restart(checkpoint(5), "the disk died", unused));
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.output()).startsWith("Nothing was written: this log was restarted already");
        assertThat(unused).as("a key that no log knows").doesNotExist();
        assertThat(notices()).hasSize(1);
    }

    @Test
    void whatIsNoCheckpointAndNoKeyIsNoReason() throws Exception {
        Path unused = folder.resolve("unused");
        Outcome refused = run(restart("five leaves", "the disk died", unused));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).startsWith("Nothing was written: a signed note is");
        String[] arguments = restart(checkpoint(5), "the disk died", unused);
        Files.writeString(folder.resolve("old"), LogKey.publicKey(OLD));
        assertThat(run(arguments).errors()).contains("holds no signing key: a signing key is two lines");
        assertThat(unused).doesNotExist();
    }

    private String[] restart(String lost, String reason, Path out) throws IOException {
        return new String[] {
            "restart",
            "--key",
            Files.writeString(folder.resolve("old"), OLD).toString(),
            "--lost",
            Files.writeString(folder.resolve("lost"), lost).toString(),
            "--reason",
            reason,
            "--new-name",
            "writ.example/new",
            "--out",
            out.toString()
        };
    }

    private static String checkpoint(long size) {
        NoteSigner signer = NoteSigner.parse(OLD);
        String text = new Checkpoint("writ.example/old", size, TreeHash.ofEmptyTree(), List.of()).text();
        return new SignedNote(text, List.of())
                .with(signer.sign(text, Instant.EPOCH))
                .written();
    }

    private static List<String> notices() throws SQLException {
        List<String> kinds = new ArrayList<>();
        try (Connection owner = database.access().asOwner().getConnection();
                var statement = owner.createStatement();
                var rows = statement.executeQuery("select kind from writ.ledger_notice")) {
            while (rows.next()) {
                kinds.add(rows.getString(1));
            }
        }
        return kinds;
    }

    private static Outcome run(String... arguments) {
        DatabaseAccess access = database.access();
        List<String> all = new ArrayList<>(List.of("ledger"));
        all.addAll(List.of(arguments));
        return Outcome.of(
                Map.of(
                        "WRIT_DB_URL", access.url(),
                        "WRIT_DB_SEQUENCER_USER", access.sequencer().user(),
                        "WRIT_DB_SEQUENCER_PASSWORD", access.sequencer().password()),
                all.toArray(String[]::new));
    }
}

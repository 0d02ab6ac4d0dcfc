package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.Writ;
import io.writ.cli.database.DatabaseAccess;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two installations that witness each other; one of them also has a directory and a repository, and loses its end. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnchorsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Path WITNESS_CHECK = TestServer.ROOT.resolve("integration-tests/src/test/go/cosignature");

    @TempDir
    private static Path folder;

    private static Path worm;
    private static Path repository;
    private static Installation one;
    private static Installation other;

    @BeforeAll
    static void twoInstallations() throws Exception {
        worm = Files.createDirectory(folder.resolve("worm"));
        repository = folder.resolve("log.git");
        assertThat(PolicyAuthor.run(folder, List.of("git", "init", "-q", "--bare", repository.toString())))
                .isEmpty();
        one = new Installation(folder.resolve("one"), "one");
        other = new Installation(folder.resolve("other"), "other");
        witness(one, other);
        witness(other, one);
        one.with(
                "WRIT_LEDGER_ANCHORS",
                "worm=dir:" + worm + " forge=git:file://" + repository + "#main other=witness:" + other.address());
        other.with("WRIT_LEDGER_ANCHORS", "one=witness:" + one.address());
        one.startServer();
        other.startServer();
        one.awaitReady();
        other.awaitReady();
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    @Order(1)
    void eachSignsWhatTheOtherPublishes() throws Exception {
        decide(one);
        decide(other);
        awaitCosigned(one, "witness.example/other");
        awaitCosigned(other, "witness.example/one");
        String witnessed = other.anonymous()
                .get("/" + sha256("writ.example/one") + "/checkpoint")
                .text();
        assertThat(witnessed).startsWith("writ.example/one\n").contains("\u2014 witness.example/other ");
        long size = size(checkpoint(one));
        Patience.await(PATIENCE, "the repository has no such checkpoint", () -> inRepository() == size);
        assertThat(worm.resolve("writ.example_2fone")).isDirectory();
        assertThat(one.anonymous().get("/metrics").text())
                .contains("writ_ledger_anchor_published_size{anchor=\"worm\"} " + size)
                .contains("writ_ledger_anchor_lag_seconds{anchor=\"other\"} 0")
                .contains("writ_ledger_sequencing_refused 0");
        Command verified = verify(one);
        assertThat(verified.output()).contains("The ledger is intact").containsPattern("anchors +3  consulted");
        assertThat(verified.exitCode()).isZero();
    }

    @Test
    @Order(2)
    void otherPeoplesSoftwareVerifiesTheCosignature(@TempDir Path work) throws Exception {
        Assumptions.assumeTrue(
                PolicyAuthor.run(Path.of("."), List.of("go", "version")).startsWith("go version"),
                "SKIPPED: go is absent, so nobody else verified the cosignature");
        awaitCosigned(one, "witness.example/other");
        Files.writeString(work.resolve("checkpoint"), checkpoint(one));
        Files.writeString(work.resolve("log"), one.logKey());
        Files.writeString(work.resolve("witness"), other.witnessKey());
        assertThat(PolicyAuthor.run(WITNESS_CHECK, List.of("go", "run", ".", work.toString())))
                .startsWith("witnessed by witness.example/other at ");
    }

    @ParameterizedTest
    @Order(3)
    @ValueSource(strings = {"", "old\n\n", "{}", "old 0\n\nwrit.example/one\n1\nAAAA\n\n\u2014 x y\n"})
    void garbageIsNoQuestionToAWitness(String body) {
        Answer refused = other.anonymous().post("/add-checkpoint", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("ERR_INVALID_PARAMS");
    }

    @Test
    @Order(4)
    void aWitnessReadsNoLargeBodyAndKnowsNoStrangers() throws Exception {
        assertThat(other.anonymous().post("/add-checkpoint", "x".repeat(40_000)).status())
                .isEqualTo(413);
        String checkpoint = checkpoint(one);
        assertThat(one.anonymous()
                        .post("/add-checkpoint", "old 0\n\n" + checkpoint)
                        .status())
                .as("its own log is not among those it witnesses")
                .isEqualTo(404);
        String forged = checkpoint.replaceFirst("\n\\d+\n", "\n999\n");
        assertThat(other.anonymous()
                        .post("/add-checkpoint", "old 0\n\n" + forged)
                        .status())
                .isEqualTo(403);
        Answer replayed = other.anonymous().post("/add-checkpoint", "old 0\n\n" + checkpoint);
        assertThat(replayed.status()).isEqualTo(409);
        assertThat(replayed.header("content-type")).startsWith("text/x.tlog.size");
        assertThat(Long.parseLong(replayed.text().strip())).isGreaterThanOrEqualTo(size(checkpoint));
    }

    @Test
    @Order(5)
    void anOldBackupIsRefusedWithAnExplanation() throws Exception {
        awaitCosigned(one, "witness.example/other");
        long before = size(checkpoint(one));
        Path backup = folder.resolve("backup");
        one.backup(backup);
        one.startServer();
        one.awaitReady();
        decide(one);
        Patience.await(PATIENCE, "the tree did not grow", () -> size(checkpoint(one)) > before);
        awaitCosigned(one, "witness.example/other");
        Patience.await(PATIENCE, "the repository has no such checkpoint", () -> inRepository() > before);

        one.restore(backup);
        one.startServer();
        Patience.await(PATIENCE, "it did not refuse", () -> readiness().contains("refuses to sequence"));

        assertThat(readiness())
                .containsPattern("anchor worm holds a checkpoint of \\d+ leaves, and the database has " + before)
                .contains("anchor forge holds", "anchor other holds", "./writ ledger restart");
        assertThat(one.anonymous().get("/readyz").status()).isEqualTo(503);
        assertThat(one.anonymous().get("/metrics").text()).contains("writ_ledger_sequencing_refused 1");
        decide(one);
        assertThat(size(checkpoint(one)))
                .as("recording goes on, the tree stands")
                .isEqualTo(before);
        Command verified = verify(one);
        assertThat(verified.output())
                .contains("The ledger does NOT hold: truncated.")
                .containsPattern("the log signed \\d+ leaves and the database has " + before);
        assertThat(verified.exitCode()).isEqualTo(1);
    }

    private static void witness(Installation log, Installation witness) throws IOException {
        witness.with("WRIT_WITNESS_KEY", witness.witnessKeyFile().toString());
        witness.with("WRIT_WITNESS_LOGS", log.logKey());
        log.with("WRIT_LEDGER_WITNESS_KEYS", witness.witnessKey());
        log.with("WRIT_LEDGER_ANCHOR_EVERY_MS", "500");
    }

    private static void decide(Installation installation) {
        OpenSession.open(installation.api());
    }

    private static void awaitCosigned(Installation installation, String witness) {
        Patience.await(PATIENCE, witness + " did not sign the newest checkpoint", () -> {
            Answer newest = installation.api().get("/checkpoint");
            return newest.status() == 200 && newest.text().contains("\u2014 " + witness + " ");
        });
    }

    private static String checkpoint(Installation installation) {
        return installation.api().get("/checkpoint").text();
    }

    private static long size(String checkpoint) {
        return Long.parseLong(checkpoint.lines().skip(1).findFirst().orElseThrow());
    }

    private static long inRepository() {
        String file = PolicyAuthor.run(
                repository, List.of("git", "--git-dir=.", "show", "main:writ.example_2fone/checkpoint"));
        return file.startsWith("writ.example/one") ? size(file) : 0;
    }

    private static String readiness() {
        try {
            return one.anonymous().get("/readyz").text();
        } catch (IllegalStateException starting) {
            return "";
        }
    }

    private static Command verify(Installation installation) {
        DatabaseAccess database = installation.database().access();
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("ledger", "verify", "--key"));
        arguments.add(installation.logKeyFile().toString());
        arguments.addAll(List.of("--anchor", "worm=dir:" + worm));
        arguments.addAll(List.of("--anchor", "other=witness:" + other.address()));
        int exitCode = Writ.commandLine(Map.of(
                        "WRIT_DB_URL", database.url(),
                        "WRIT_DB_AUDITOR_PASSWORD", database.auditor().password(),
                        "WRIT_LEDGER_ANCHORS", "forge=git:file://" + repository + "#main"))
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments.toArray(String[]::new));
        return new Command(exitCode, output.toString(), errors.toString());
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}

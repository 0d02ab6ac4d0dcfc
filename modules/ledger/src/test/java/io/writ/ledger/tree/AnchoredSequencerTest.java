package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.ledger.AnchorConfig;
import io.writ.ledger.AnchorRetirement;
import io.writ.ledger.Finding;
import io.writ.ledger.LedgerVerifier;
import io.writ.ledger.MigratedPostgres;
import io.writ.ledger.Verdict;
import io.writ.ledger.VerificationReport;
import io.writ.ledger.VerifierOptions;
import io.writ.ledger.append.Recorder;
import io.writ.ledger.tree.SequencerState.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sequencer with an anchor, and a database that is no longer what it was when a checkpoint left it. */
class AnchoredSequencerTest {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration CYCLE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static MigratedPostgres postgres;

    @TempDir
    private Path folder;

    private final Clock clock = Clock.systemUTC();
    private Running running;

    @BeforeAll
    static void startDatabase() throws Exception {
        postgres = MigratedPostgres.start();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void emptyDatabase() throws Exception {
        postgres.reset();
    }

    @AfterEach
    void stopSequencer() throws Exception {
        running.stop();
    }

    @Test
    void checkpointsLeaveTheDatabaseBesideTheSequencer() throws Exception {
        grow(5);
        running = start(anchors());
        await(() -> published() == 5);
        grow(3);
        await(() -> running.board().states().getFirst().publishedSize() == 8);
        assertThat(published()).isEqualTo(8);
        assertThat(running.board().problems()).isEmpty();
        assertThat(running.board().states()).singleElement().satisfies(state -> {
            assertThat(state.name()).isEqualTo("worm");
            assertThat(state.lag()).isZero();
            assertThat(state.problem()).isEmpty();
        });
        assertThat(verify().verdict()).isEqualTo(Verdict.INTACT);
        assertThat(verify().anchors().consulted()).isEqualTo(1);
    }

    @Test
    void anOldBackupIsRefusedAndCalledTruncated() throws Exception {
        grow(5);
        running = start(anchors());
        await(() -> published() == 5);
        running.stop();
        postgres.copyTo("backup");
        grow(4);
        running = start(anchors());
        await(() -> published() == 9);
        running.stop();
        postgres.restoreFrom("backup");

        grow(1);
        running = start(anchors());
        await(() -> running.state().role() == Role.REFUSED);
        assertThat(running.board().refusals())
                .singleElement()
                .asString()
                .contains("refuses to sequence", "anchor worm holds a checkpoint of 9 leaves, and the database has 5")
                .contains("./writ ledger restart");
        assertThat(checkpoints()).containsExactly(5L);
        assertThat(verify().firstOffence().orElseThrow().sentence())
                .startsWith("anchor worm: the log signed 9 leaves and the database has 5: leaf 5 is the first");
        assertThat(verify().verdict()).isEqualTo(Verdict.TRUNCATED);
    }

    @Test
    void aRewriteThatIsSignedAnewWithTheStolenKeyIsForked() throws Exception {
        grow(5);
        running = start(anchors());
        await(() -> published() == 5);
        running.stop();
        // The insider has the owner's rights and the key: other records, right hashes, a right tree.
        postgres.reset();
        grow(7);
        running = start(AnchorConfig.NONE);
        await(() -> checkpoints().contains(7L));
        running.stop();
        assertThat(LedgerVerifier.over(postgres.asAuditor(), (entries, records) -> {}, LogKeys.KEY.text())
                        .verify()
                        .verdict())
                .as("the database alone knows nothing")
                .isEqualTo(Verdict.INTACT);
        VerificationReport report = verify();
        assertThat(report.verdict()).isEqualTo(Verdict.FORKED);
        assertThat(report.firstOffence().orElseThrow().sentence())
                .startsWith("anchor worm: the log signed another root for 5 leaves");
        running = start(anchors());
        await(() -> running.state().role() == Role.REFUSED);
        assertThat(running.state().problem()).contains("another root for 5 leaves");
    }

    @Test
    void beforeAnAnchorWasConsultedNothingIsSignedAndRecordingGoesOn() throws Exception {
        Path away = folder.resolve("away");
        running = start(config("worm=dir:" + away));
        await(() -> running.state().role() == Role.REFUSED);
        grow(3);
        assertThat(running.board().refusals())
                .singleElement()
                .asString()
                .contains("does not sequence before anchor worm was consulted", "is not there");
        assertThat(checkpoints()).isEmpty();

        Files.createDirectory(away);
        await(() -> checkpoints().contains(3L));
        assertThat(running.board().refusals()).isEmpty();
    }

    @Test
    void anAnchorThatGoesAwayLaterIsBehindAndHoldsUpNobody() throws Exception {
        grow(2);
        running = start(config("worm=dir:" + folder));
        await(() -> published() == 2);
        Path hidden = Files.move(folder, folder.resolveSibling("hidden-" + System.nanoTime()));
        grow(2);
        await(() -> checkpoints().contains(4L));
        await(() -> !running.board().problems().isEmpty());
        assertThat(running.board().problems())
                .singleElement()
                .asString()
                .matches("anchor worm is behind for \\d+ s, and 1 s are allowed: the directory .* is not there");
        assertThat(running.board().states().getFirst().failures()).isPositive();
        assertThat(running.state().role()).isEqualTo(Role.LEADING);
        assertThat(verify().findings()).extracting(Finding::verdict).containsExactly(Verdict.UNVERIFIABLE);

        Files.move(hidden, folder);
        await(() -> running.board().problems().isEmpty());
        assertThat(verify().verdict()).isEqualTo(Verdict.INTACT);
    }

    @Test
    void anAnchorThatContradictsWhileThisProcessLeadsEndsItsLead() throws Exception {
        grow(3);
        running = start(anchors());
        await(() -> published() == 3);
        Path future = folder.resolve("writ.example_2ftest/0000000000000/0000000000000000999.checkpoint");
        GrowingLog elsewhere = GrowingLog.of(999);
        Files.writeString(future, elsewhere.checkpoint(LogKeys.SIGNER));
        grow(1);
        await(() -> running.state().role() == Role.REFUSED);
        assertThat(running.board().refusals()).singleElement().asString().contains("999 leaves");
    }

    @Test
    void whoHasFewerAnchorsThanALeaderBeforeNamesThemAndDoesNotSign() throws Exception {
        grow(2);
        running = start(anchors());
        await(() -> published() == 2);
        running.stop();
        grow(1);

        running = start(AnchorConfig.NONE);
        await(() -> running.state().role() == Role.REFUSED);
        assertThat(running.board().problems())
                .singleElement()
                .asString()
                .contains("it has the anchor worm, and this process does not have it in WRIT_LEDGER_ANCHORS")
                .contains("./writ ledger retire-anchor");
        assertThat(checkpoints()).containsExactly(2L);
        assertThat(verify(AnchorConfig.NONE).anchors().remarks())
                .singleElement()
                .asString()
                .startsWith("the log has the anchor worm since ")
                .contains("NOT asked");
    }

    @Test
    void anAnchorIsGivenUpOnceWithAReasonThatEveryVerificationTells() throws Exception {
        grow(2);
        running = start(anchors());
        await(() -> published() == 2);
        running.stop();
        running = start(AnchorConfig.NONE);
        await(() -> running.state().role() == Role.REFUSED);

        AnchorRetirement retirement = new AnchorRetirement(postgres.asOwner());
        assertThat(retirement.retire("wrom", "mistyped"))
                .hasValueSatisfying(why -> assertThat(why).isEqualTo("this log has no anchor wrom; it has worm"));
        assertThat(retirement.retire("worm", "\u001b[2J")).isPresent();
        assertThat(retirement.retire("worm", "the archive is closed")).isEmpty();
        assertThat(retirement.retire("worm", "again")).isPresent();

        await(() -> running.state().role() == Role.LEADING);
        assertThat(verify(AnchorConfig.NONE).anchors().remarks())
                .singleElement()
                .asString()
                .startsWith("anchor worm was used since ")
                .endsWith(": the archive is closed");
    }

    private void grow(int entries) throws SQLException {
        Recorder recorder = Recorder.over(postgres.asApp(), 1);
        for (int i = 0; i < entries; i++) {
            recorder.commit();
        }
    }

    private AnchorConfig anchors() {
        return config("worm=dir:" + folder);
    }

    private static AnchorConfig config(String anchor) {
        return new AnchorConfig(
                List.of(anchor),
                List.of(),
                new AnchorConfig.GitLogin("", ""),
                Duration.ofMillis(100),
                Duration.ofSeconds(1));
    }

    private VerificationReport verify() {
        return verify(anchors());
    }

    private static VerificationReport verify(AnchorConfig anchors) {
        return LedgerVerifier.over(
                        postgres.asAuditor(),
                        new VerifierOptions(Optional.of(LogKeys.KEY.text()), 1, (entries, records) -> {}, anchors))
                .verify();
    }

    /** A sequencer of this process with its publications. */
    private record Running(
            SequencerLoop loop, Publication publication, SequencerState state, AnchorBoard board, Thread thread) {

        void stop() throws InterruptedException {
            loop.stop();
            publication.stop();
            thread.interrupt();
            thread.join();
        }
    }

    private Running start(AnchorConfig config) {
        AnchorBoard board = new AnchorBoard(config, clock);
        Publication publication =
                new Publication(config, board, clock, Thread.ofVirtual().factory());
        SequencerState state = new SequencerState();
        LogIdentity identity = new LogIdentity(LogKeys.SIGNER, clock);
        SequencerLoop loop = new SequencerLoop(
                postgres.asSequencer(), new Duty(identity, LogKeys.NOTARY, CYCLE, NEVER), state, publication);
        Thread thread = Thread.ofVirtual().start(loop);
        publication.start(postgres.asSequencer(), identity, () -> state.role() == Role.LEADING);
        return new Running(loop, publication, state, board, thread);
    }

    private long published() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".checkpoint"))
                    .mapToLong(name -> Long.parseLong(name.substring(0, 19)))
                    .max()
                    .orElse(0);
        }
    }

    private static List<Long> checkpoints() throws SQLException {
        try (Connection owner = postgres.asOwner().getConnection();
                Statement statement = owner.createStatement();
                var rows = statement.executeQuery("select size from writ.tree_checkpoint order by size")) {
            List<Long> sizes = new ArrayList<>();
            while (rows.next()) {
                sizes.add(rows.getLong(1));
            }
            return sizes;
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("waited %s in vain", PATIENCE).isLessThan(deadline);
            Thread.sleep(10);
        }
    }
}

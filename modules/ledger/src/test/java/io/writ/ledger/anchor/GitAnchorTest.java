package io.writ.ledger.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.ledger.signing.NoteSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real bare repository, looked at with the git program. */
class GitAnchorTest {

    private static final String FILE = "writ.example_2fanchored/checkpoint";

    @TempDir
    private Path folder;

    private Path remote;

    private final MemoryLog log = MemoryLog.of("a", 12);

    @BeforeEach
    void bareRepository() throws Exception {
        remote = folder.resolve("remote.git");
        git(folder, "init", "-q", "--bare", remote.toString());
    }

    @Test
    void anEmptyRepositoryHoldsNothing() {
        assertThat(anchor().read(log.trust())).isEqualTo(AnchorReading.nothing());
    }

    @Test
    void eachCheckpointIsACommitOnTopOfTheLast() throws Exception {
        for (int size : List.of(3, 9, 12)) {
            anchor().publish(log.checkpoint(size), log);
        }
        assertThat(git(remote, "log", "--format=%s", "checkpoints").lines())
                .containsExactly(
                        "Checkpoint 12 of writ.example/anchored",
                        "Checkpoint 9 of writ.example/anchored",
                        "Checkpoint 3 of writ.example/anchored");
        assertThat(git(remote, "show", "checkpoints:" + FILE))
                .isEqualTo(log.checkpoint(12).written());
        assertThat(git(remote, "show", "checkpoints~1:" + FILE))
                .isEqualTo(log.checkpoint(9).written());
        assertThat(git(remote, "fsck", "--strict")).doesNotContain("error");

        Anchored newest = anchor().read(log.trust()).newest().orElseThrow();
        assertThat(newest.checkpoint().size()).isEqualTo(12);
        assertThat(newest.where())
                .contains(git(remote, "rev-parse", "checkpoints").strip());
    }

    @Test
    void whatElseLiesOnTheBranchStays() throws Exception {
        Path clone = clonedWithReadme();
        anchor().publish(log.checkpoint(), log);
        git(clone, "pull", "-q", "origin", "checkpoints");
        assertThat(clone.resolve("README")).exists();
        assertThat(clone.resolve(FILE)).exists();
    }

    @Test
    void aBranchThatMovedIsFetchedAgainAndNeverForced() throws Exception {
        List<Future<?>> nodes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            nodes.add(threads.submit(() -> anchor().publish(log.checkpoint(9), log)));
            nodes.add(threads.submit(() -> anchor().publish(log.checkpoint(12), log)));
            nodes.add(threads.submit(() -> anchor().publish(log.checkpoint(5), log)));
        }
        for (Future<?> node : nodes) {
            node.get();
        }
        assertThat(anchor().read(log.trust())
                        .newest()
                        .orElseThrow()
                        .checkpoint()
                        .size())
                .isEqualTo(12);
        // Whoever came later with less left the branch alone; the rest is one line of history.
        assertThat(git(remote, "rev-list", "--min-parents=2", "checkpoints")).isEmpty();
        assertThat(git(remote, "rev-list", "--max-parents=0", "checkpoints").lines())
                .hasSize(1);
    }

    @Test
    void aRemoteThatIsAheadIsAFinding() throws Exception {
        anchor().publish(log.checkpoint(), log);
        String tip = git(remote, "rev-parse", "checkpoints");
        MemoryLog restored = MemoryLog.of("a", 7);
        assertThatThrownBy(() -> anchor().publish(restored.checkpoint(), restored))
                .isInstanceOf(AnchorConflictException.class)
                .hasMessageContaining("12 leaves, and the database has 7");
        MemoryLog rewritten = MemoryLog.of("b", 20);
        assertThatThrownBy(() -> anchor().publish(rewritten.checkpoint(), rewritten))
                .isInstanceOf(AnchorConflictException.class)
                .hasMessageContaining("another root for 12 leaves");
        assertThat(git(remote, "rev-parse", "checkpoints")).isEqualTo(tip);
    }

    @Test
    void aFileThatTheLogDidNotSignIsNamedAndReplaced() throws Exception {
        Path clone = clonedWithReadme();
        Files.createDirectories(clone.resolve(FILE).getParent());
        Files.writeString(clone.resolve(FILE), "writ.example/anchored\n99\nsomething\n");
        git(clone, "add", ".");
        git(clone, "-c", "user.name=n", "-c", "user.email=e", "commit", "-q", "-m", "plant");
        git(clone, "push", "-q", "origin", "HEAD:checkpoints");

        AnchorReading reading = anchor().read(log.trust());
        assertThat(reading.newest()).isEmpty();
        assertThat(reading.remarks()).singleElement().asString().contains(FILE);
        anchor().publish(log.checkpoint(), log);
        assertThat(anchor().read(log.trust())
                        .newest()
                        .orElseThrow()
                        .checkpoint()
                        .size())
                .isEqualTo(12);
    }

    @Test
    void aDatabaseFromBeforeAChangeOfTheKeyOverwritesNothing() throws Exception {
        NoteSigner later = NoteSigner.parse(NoteSigner.mint(log.key().name()));
        MemoryLog changed = MemoryLog.of(later, "a", 12);
        anchor().publish(changed.checkpoint(), changed);
        String tip = git(remote, "rev-parse", "checkpoints");

        MemoryLog restored = MemoryLog.of("a", 7);
        assertThatThrownBy(() -> anchor().publish(restored.checkpoint(), restored))
                .isInstanceOf(AnchorConflictException.class)
                .hasMessageContaining("12 leaves in the name of this log")
                .hasMessageContaining("older than its change of the key");
        assertThat(git(remote, "rev-parse", "checkpoints")).isEqualTo(tip);
    }

    @Test
    void aRepositoryThatIsNotThereIsSaidWithoutSecrets() {
        GitCredentials secret = new GitCredentials("somebody", "hunter2");
        for (String address : List.of(folder.resolve("none.git").toString(), "http://127.0.0.1:1/repo.git")) {
            GitAnchor gone = new GitAnchor("git", new GitBranch(address, "main", secret), Clock.systemUTC());
            assertThatThrownBy(() -> gone.read(log.trust()))
                    .isInstanceOf(AnchorException.class)
                    .hasMessageContaining(address + "#main could not be read")
                    .hasMessageNotContaining("hunter2");
        }
        assertThat(secret.toString()).doesNotContain("hunter2");
    }

    private GitAnchor anchor() {
        return new GitAnchor(
                "git",
                new GitBranch("file://" + remote, AnchorAddress.DEFAULT_BRANCH, GitCredentials.NONE),
                Clock.systemUTC());
    }

    private Path clonedWithReadme() throws Exception {
        Path clone = folder.resolve("clone");
        git(folder, "init", "-q", clone.toString());
        git(clone, "remote", "add", "origin", remote.toString());
        Files.writeString(clone.resolve("README"), "Checkpoints of our logs.\n");
        git(clone, "add", ".");
        git(clone, "-c", "user.name=n", "-c", "user.email=e", "commit", "-q", "-m", "begin");
        git(clone, "push", "-q", "origin", "HEAD:checkpoints");
        return clone;
    }

    private static String git(Path where, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}

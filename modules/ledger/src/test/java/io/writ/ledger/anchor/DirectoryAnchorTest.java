package io.writ.ledger.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.ledger.signing.NoteSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints as files that nobody may change. */
class DirectoryAnchorTest {

    @TempDir
    private Path root;

    private final MemoryLog log = MemoryLog.of("a", 12);

    @Test
    void theNewestOfManyIsFoundByItsName() throws IOException {
        for (int size : List.of(3, 9, 10, 12)) {
            anchor().publish(log.checkpoint(size), log);
        }
        assertThat(read().newest().orElseThrow().checkpoint().size()).isEqualTo(12);
        assertThat(files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "0000000000000000003.checkpoint",
                        "0000000000000000009.checkpoint",
                        "0000000000000000010.checkpoint",
                        "0000000000000000012.checkpoint");
    }

    @Test
    void anEmptyDirectoryHoldsNothingAndAMissingOneIsNotRead() {
        assertThat(read()).isEqualTo(AnchorReading.nothing());
        DirectoryAnchor unmounted = new DirectoryAnchor("worm", root.resolve("not-mounted"));
        assertThatThrownBy(() -> unmounted.read(log.trust()))
                .isInstanceOf(AnchorException.class)
                .hasMessageContaining("not there");
        assertThatThrownBy(() -> unmounted.publish(log.checkpoint(), log)).isInstanceOf(AnchorException.class);
        assertThat(root.resolve("not-mounted")).doesNotExist();
    }

    @Test
    void filesThatCannotBeWrittenAnyMoreAreReadAndLeftAlone() throws IOException {
        anchor().publish(log.checkpoint(5), log);
        Path file = files().getFirst();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        String before = Files.readString(file);

        anchor().publish(log.checkpoint(5), log);
        anchor().publish(log.checkpoint(12), log);

        assertThat(Files.readString(file)).isEqualTo(before);
        assertThat(files()).hasSize(2);
    }

    @Test
    void aHalfWrittenFileIsPassedOverAndSaid() throws IOException {
        anchor().publish(log.checkpoint(5), log);
        Path half = shelf().resolve("0000000000000000009.checkpoint");
        Files.writeString(half, log.checkpoint(9).written().substring(0, 30));

        AnchorReading reading = read();
        assertThat(reading.newest().orElseThrow().checkpoint().size()).isEqualTo(5);
        assertThat(reading.remarks()).singleElement().asString().contains(half.toString());

        anchor().publish(log.checkpoint(9), log);
        assertThat(read().newest().orElseThrow().where()).endsWith("0000000000000000009-1.checkpoint");
    }

    @Test
    void aNoteOfThisLogUnderAnUnknownKeyIsNotBelievedAndNotBuried() throws IOException {
        anchor().publish(log.checkpoint(5), log);
        NoteSigner stranger = NoteSigner.parse(NoteSigner.mint("writ.example/anchored"));
        Path planted = shelf().resolve("0000000000000000099.checkpoint");
        Files.writeString(planted, MemoryLog.of(stranger, "x", 99).checkpoint().written());

        AnchorReading reading = read();
        assertThat(reading.newest().orElseThrow().checkpoint().size()).isEqualTo(5);
        assertThat(reading.unknown())
                .containsExactly(planted + " is a checkpoint of 99 leaves in the name of this log, signed by no known"
                        + " key of it");
        assertThatThrownBy(() -> anchor().publish(log.checkpoint(), log))
                .isInstanceOf(AnchorConflictException.class)
                .hasMessageContaining("anchor worm holds what the database cannot judge: " + planted)
                .hasMessageContaining("older than its change of the key");
        assertThat(files()).hasSize(2);
    }

    @Test
    void anOldCheckpointUnderTheNameOfALargeOneHidesNothing() throws IOException {
        anchor().publish(log.checkpoint(5), log);
        anchor().publish(log.checkpoint(12), log);
        Files.copy(files().getFirst(), shelf().resolve("0000000000000000500.checkpoint"));

        AnchorReading reading = read();
        assertThat(reading.newest().orElseThrow().checkpoint().size()).isEqualTo(12);
        assertThat(reading.strangers()).singleElement().asString().contains("another size than its name");
    }

    @Test
    void aDatabaseThatIsBehindPublishesNothing() throws IOException {
        anchor().publish(log.checkpoint(), log);
        MemoryLog restored = MemoryLog.of("a", 7);
        assertThatThrownBy(() -> anchor().publish(restored.checkpoint(), restored))
                .isInstanceOf(AnchorConflictException.class)
                .hasMessageContaining("anchor worm holds a checkpoint of 12 leaves, and the database has 7");
        assertThat(files()).hasSize(1);
    }

    @Test
    void aRewrittenHistoryPublishesNothing() throws IOException {
        anchor().publish(log.checkpoint(), log);
        MemoryLog rewritten = MemoryLog.of("b", 20);
        assertThatThrownBy(() -> anchor().publish(rewritten.checkpoint(), rewritten))
                .isInstanceOf(AnchorConflictException.class)
                .hasMessageContaining("another root for 12 leaves");
        assertThat(files()).hasSize(1);
    }

    @Test
    void severalLogsShareADirectory() {
        MemoryLog other = MemoryLog.of(NoteSigner.parse(NoteSigner.mint("writ.example/Other")), "o", 30);
        anchor().publish(log.checkpoint(), log);
        anchor().publish(other.checkpoint(), other);
        assertThat(read().newest().orElseThrow().checkpoint().size()).isEqualTo(12);
        assertThat(anchor().read(other.trust())
                        .newest()
                        .orElseThrow()
                        .checkpoint()
                        .size())
                .isEqualTo(30);
    }

    @Test
    void twoNodesPublishAtOnceAndLeaveOneFile() throws Exception {
        try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var published = Stream.generate(() -> nodes.submit(() -> anchor().publish(log.checkpoint(), log)))
                    .limit(8)
                    .toList();
            for (var each : published) {
                each.get();
            }
        }
        assertThat(read().newest().orElseThrow().checkpoint().size()).isEqualTo(12);
        assertThat(read().strangers()).isEmpty();
    }

    private DirectoryAnchor anchor() {
        return new DirectoryAnchor("worm", root);
    }

    private AnchorReading read() {
        return anchor().read(log.trust());
    }

    private Path shelf() {
        return root.resolve("writ.example_2fanchored/0000000000000");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}

package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.ledger.anchor.Anchor;
import io.writ.ledger.anchor.AnchorAddress;
import io.writ.ledger.anchor.AnchorException;
import io.writ.ledger.anchor.AnchorReading;
import io.writ.ledger.anchor.AnchorShelf;
import io.writ.ledger.anchor.GitCredentials;
import io.writ.ledger.anchor.LogHistory;
import io.writ.ledger.anchor.LogTrust;
import io.writ.ledger.anchor.MemoryLog;
import io.writ.ledger.signing.NoteSigner;
import io.writ.ledger.signing.SignatureLine;
import io.writ.ledger.signing.SignedNote;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Anchors that answer late or never, while the lock of the leader is held. */
@Timeout(60)
class AnchorConsultationTest {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    @TempDir
    private Path folder;

    private final MemoryLog log = MemoryLog.of("a", 12);

    @Test
    void aWitnessThatDripsIsGivenUpAndSaid() throws Exception {
        try (ServerSocket dripping = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> drip(dripping));
            AnchorConsultation consultation =
                    consultation("slow=witness:http://127.0.0.1:" + dripping.getLocalPort() + "/");
            assertThat(consultation.objections(log))
                    .containsExactly("The ledger does not sequence before anchor slow was consulted: it did not answer"
                            + " in time. Decisions are recorded meanwhile, without a checkpoint.");
        }
    }

    @Test
    void aMountThatHangsKeepsOneThreadAndNobodyElseWaiting() throws Exception {
        Path hung = Files.createDirectories(folder.resolve("hung/writ.example_2fanchored/0000000000000"));
        Path pipe = hung.resolve("0000000000000000012.checkpoint");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Path worm = Files.createDirectory(folder.resolve("worm"));
        MemoryLog ahead = MemoryLog.of("a", 40);
        opened("worm=dir:" + worm).getFirst().publish(ahead.checkpoint(), ahead);
        AnchorConsultation consultation = consultation("hung=dir:" + folder.resolve("hung"), "worm=dir:" + worm);

        assertThat(consultation.objections(log))
                .satisfiesExactly(
                        first -> assertThat(first).contains("anchor hung was consulted: it did not answer in time"),
                        second -> assertThat(second).contains("anchor worm holds a checkpoint of 40 leaves"));
        long asked = System.nanoTime();
        assertThat(consultation.objections(ahead))
                .singleElement()
                .asString()
                .contains("anchor hung was consulted: it still has not answered an earlier question");
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(PATIENCE);

        // The mount is there again: the thread that hung reads the end, and the anchor is asked anew.
        Files.writeString(pipe, log.checkpoint().written());
        Files.delete(pipe);
        List<String> last = List.of("none yet");
        while (!last.isEmpty()) {
            last = consultation.objections(ahead);
        }
    }

    @Test
    void anObjectionSaysWhatIsToBeDoneAboutItAndAboutNothingElse() throws Exception {
        Path worm = Files.createDirectory(folder.resolve("worm"));
        opened("worm=dir:" + worm).getFirst().publish(log.checkpoint(), log);
        AnchorConsultation consultation = consultation("worm=dir:" + worm);

        assertThat(consultation.objections(MemoryLog.of("a", 7)))
                .singleElement()
                .asString()
                .contains("Restore the missing tail", "./writ ledger restart")
                .endsWith(". Nothing is signed on top of it.");
        assertThat(consultation.objections(MemoryLog.of("b", 20)))
                .singleElement()
                .asString()
                .contains("another root for 12 leaves", "stop every server that has the key", "./writ ledger verify")
                .doesNotContain("Restore", "restart")
                .endsWith(". Nothing is signed on top of it.");

        MemoryLog stranger =
                MemoryLog.of(NoteSigner.parse(NoteSigner.mint(log.key().name())), "x", 99);
        Path shelf = folder.resolve("worm/writ.example_2fanchored/0000000000000");
        Files.writeString(
                shelf.resolve("0000000000000000099.checkpoint"),
                stranger.checkpoint().written());
        assertThat(consultation.objections(log))
                .singleElement()
                .asString()
                .contains("holds what the database cannot judge", "look at it, and remove it")
                .doesNotContain("Restore", "restart")
                .endsWith(". Nothing is signed on top of it.");
    }

    @Test
    void anAnchorThatBreaksDoesNotConsentAndEndsNobody() {
        AnchorConsultation consultation =
                new AnchorConsultation(List.of(new Broken()), Thread.ofVirtual().factory(), PATIENCE);

        assertThat(consultation.objections(log))
                .containsExactly(
                        "The ledger does not sequence before anchor broken was consulted: asking it failed with"
                                + " java.lang.NoClassDefFoundError: git. Decisions are recorded meanwhile, without a checkpoint.");
    }

    @Test
    void whatWasLentAnswersNobodyAfterItIsTakenBack() {
        LentHistory lent = new LentHistory(log);
        assertThat(lent.root(12)).isEqualTo(log.root(12));
        lent.takeBack();
        assertThat(Stream.<Runnable>of(lent::newest, lent::size, () -> lent.root(1), () -> lent.between(1, 2)))
                .allSatisfy(late -> assertThatThrownBy(late::run).isInstanceOf(AnchorException.class));
    }

    private AnchorConsultation consultation(String... anchors) {
        return new AnchorConsultation(opened(anchors), Thread.ofVirtual().factory(), PATIENCE);
    }

    private static List<Anchor> opened(String... anchors) {
        List<AnchorAddress> addresses =
                Stream.of(anchors).map(AnchorAddress::parse).toList();
        return new AnchorShelf(addresses, List.of(), GitCredentials.NONE, Clock.systemUTC()).open();
    }

    /** A library that is not all there. */
    private static final class Broken implements Anchor {

        @Override
        public String name() {
            return "broken";
        }

        @Override
        public AnchorReading read(LogTrust trust) {
            throw new NoClassDefFoundError("git");
        }

        @Override
        public List<SignatureLine> publish(SignedNote checkpoint, LogHistory history) {
            throw new NoClassDefFoundError("git");
        }
    }

    /** Says that much will come, and sends a byte now and then. */
    private static void drip(ServerSocket server) {
        try (Socket caller = server.accept();
                OutputStream out = caller.getOutputStream()) {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(50);
            }
        } catch (IOException | InterruptedException gone) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.writ.ledger.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A witness that is busy. */
class WitnessAnchorTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private final MemoryLog log = MemoryLog.of("a", 12);
    private Instant now = NOON;
    private ServerSocket server;

    @BeforeEach
    void busyWitness() throws IOException {
        server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aWitnessIsLeftAloneForAsLongAsItSays() {
        WitnessAnchor anchor = anchor();
        assertThatThrownBy(() -> anchor.publish(log.checkpoint(), log)).hasMessageContaining("answered 429");
        now = NOON.plusSeconds(19);
        assertThatThrownBy(() -> anchor.publish(log.checkpoint(), log))
                .isInstanceOf(AnchorException.class)
                .hasMessageContaining("wants to be asked again at 2026-11-20T12:00:20Z");
        assertThat(asked).hasValue(1);
        now = NOON.plusSeconds(20);
        assertThatThrownBy(() -> anchor.publish(log.checkpoint(), log)).hasMessageContaining("answered 429");
        assertThat(asked).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({
        "30,30",
        "0,0",
        "999999999,300",
        "'Fri, 20 Nov 2026 12:00:45 GMT',45",
        "'Fri, 20 Nov 2020 12:00:45 GMT',0",
        "soon,0",
        "-5,0",
        "'',0"
    })
    void retryAfterIsReadAndBounded(String header, long seconds) {
        assertThat(RetryAfter.until(header, NOON)
                        .map(until -> Duration.between(NOON, until).toSeconds())
                        .orElse(0L))
                .isEqualTo(seconds);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket caller = server.accept()) {
                asked.incrementAndGet();
                caller.getOutputStream()
                        .write("HTTP/1.1 429 Busy\r\nRetry-After: 20\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                caller.shutdownOutput();
                // Whoever closes on unread bytes resets the connection, and the answer is lost.
                caller.getInputStream().readAllBytes();
            } catch (IOException gone) {
                broken.incrementAndGet();
            }
        }
    }

    private WitnessAnchor anchor() {
        URI prefix = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
        InstantSource source = () -> now;
        return new WitnessAnchor("busy", new WitnessHttp(prefix), List.of(), source.withZone(ZoneOffset.UTC));
    }
}

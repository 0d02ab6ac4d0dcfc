package io.writ.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.Ulids;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExchangesTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final Random random = new Random(42);
    private final Exchanges exchanges = new Exchanges(new Ulids(NOON, random), random);

    @Test
    void aRequestIdIsCleanedAndCut() {
        assertThat(open(Map.of("x-pecr-request-id", "a b<c>\r\n-1._ü")).requestId())
                .isEqualTo("abc-1._");
        assertThat(open(Map.of("x-pecr-request-id", "x".repeat(100))).requestId())
                .hasSize(64);
    }

    @Test
    void theRequestIdOfOtherSystemsIsTakenWhereOursIsNotSent() {
        assertThat(open(Map.of("X-Request-ID", "theirs")).requestId()).isEqualTo("theirs");
        assertThat(open(Map.of("X-Request-ID", "theirs", "x-pecr-request-id", "ours"))
                        .requestId())
                .isEqualTo("ours");
    }

    @Test
    void aRequestIdOfWhichNothingIsLeftIsReplaced() {
        assertThat(open(Map.of("x-pecr-request-id", "§ §")).requestId()).hasSize(26);
        assertThat(open(Map.of()).requestId()).hasSize(26);
    }

    @Test
    void aTraceIdThatIsAUlidIsKeptInUpperCase() {
        assertThat(open(Map.of("x-pecr-trace-id", "01arz3ndektsv4rrffq69g5fav")).traceId())
                .isEqualTo("01ARZ3NDEKTSV4RRFFQ69G5FAV");
    }

    @Test
    void anyOtherTraceIdIsSilentlyReplaced() {
        assertThat(open(Map.of("x-pecr-trace-id", "not-a-ulid")).traceId())
                .hasSize(26)
                .doesNotContain("not");
        assertThat(open(Map.of("x-pecr-trace-id", "81ARZ3NDEKTSV4RRFFQ69G5FAV")).traceId())
                .doesNotStartWith("8");
    }

    @Test
    void aTraceParentGetsAChildInTheSameTrace() {
        Exchange exchange = open(Map.of("traceparent", TRACE));

        assertThat(exchange.traceParent().traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(exchange.traceParent().parentId()).isNotEqualTo("00f067aa0ba902b7");
        assertThat(exchange.traceParent().sampled()).isTrue();
    }

    @Test
    void aMalformedTraceParentIsIgnored() {
        Exchange exchange = open(Map.of("traceparent", TRACE.toUpperCase(Locale.ROOT)));

        assertThat(exchange.traceParent().traceId()).isNotEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(exchange.traceParent().sampled()).isFalse();
    }

    @Test
    void aMintedUlidBeginsWithItsTime() {
        // 2026-11-20T12:00:00Z is 1,795,176,000,000 ms.
        assertThat(new Ulids(NOON, random).next()).startsWith("01M7WD7TG0");
    }

    private Exchange open(Map<String, String> headers) {
        return exchanges.open(name -> headers.getOrDefault(name, ""), 0);
    }
}

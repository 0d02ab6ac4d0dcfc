package io.writ.app.exchange;

import io.writ.governance.TraceParent;
import io.writ.governance.Ulids;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names each exchange: what the client sent where it is usable, fresh ids where it is not. */
public final class Exchanges {

    public static final String REQUEST_ID = "x-pecr-request-id";
    /** The name under which other systems send the same; ours wins. */
    public static final String FOREIGN_REQUEST_ID = "X-Request-ID";

    public static final String TRACE_ID = "x-pecr-trace-id";
    public static final String TRACE_PARENT = "traceparent";

    /** Long enough for any id format in use, short enough for a log line. */
    private static final int REQUEST_ID_MAX = 64;

    /** What is left is safe in a log line and in a header. */
    private static final Pattern UNWANTED = Pattern.compile("[^A-Za-z0-9._-]");

    private final Ulids ulids;
    private final RandomGenerator random;

    public Exchanges(Ulids ulids, RandomGenerator random) {
        this.ulids = ulids;
        this.random = random;
    }

    /** Opens the exchange of a request; the operator gives a header's value, or an empty text. */
    public Exchange open(UnaryOperator<String> header, long nowNanos) {
        return new Exchange(
                requestId(Stream.of(REQUEST_ID, FOREIGN_REQUEST_ID)
                        .map(header)
                        .filter(sent -> !sent.isEmpty())
                        .findFirst()
                        .orElse("")),
                Ulids.parse(header.apply(TRACE_ID)).orElseGet(ulids::next),
                child(TraceParent.parse(header.apply(TRACE_PARENT).strip())),
                nowNanos);
    }

    private String requestId(String sent) {
        String kept = UNWANTED.matcher(sent).replaceAll("");
        return kept.isEmpty() ? ulids.next() : kept.substring(0, Math.min(kept.length(), REQUEST_ID_MAX));
    }

    private TraceParent child(Optional<TraceParent> parent) {
        String traceId = parent.map(TraceParent::traceId).orElseGet(() -> hex(16));
        boolean sampled = parent.map(TraceParent::sampled).orElse(false);
        return new TraceParent(traceId, hex(8), sampled);
    }

    private String hex(int bytes) {
        byte[] id = new byte[bytes];
        random.nextBytes(id);
        // All zero means "no id" in W3C trace context.
        id[bytes - 1] |= 1;
        return HexFormat.of().formatHex(id);
    }
}

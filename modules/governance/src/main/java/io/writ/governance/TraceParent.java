package io.writ.governance;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A W3C trace context, version 00: trace id of 16 bytes, parent id of 8, both in lower-case hex and not all zero. */
public record TraceParent(String traceId, String parentId, boolean sampled) {

    private static final Pattern FORMAT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    public TraceParent {
        if (!traceId.matches("[0-9a-f]{32}") || traceId.equals("0".repeat(32))) {
            throw new IllegalArgumentException("not a W3C trace id");
        }
        if (!parentId.matches("[0-9a-f]{16}") || parentId.equals("0".repeat(16))) {
            throw new IllegalArgumentException("not a W3C parent id");
        }
    }

    /** Reads the header; anything malformed counts as absent, as the recommendation demands. */
    public static Optional<TraceParent> parse(String header) {
        Matcher matcher = FORMAT.matcher(header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            boolean sampled = (Integer.parseInt(matcher.group(3), 16) & 1) == 1;
            return Optional.of(new TraceParent(matcher.group(1), matcher.group(2), sampled));
        } catch (IllegalArgumentException allZero) {
            return Optional.empty();
        }
    }

    /** The header value. */
    public String header() {
        return "00-" + traceId + "-" + parentId + (sampled ? "-01" : "-00");
    }
}

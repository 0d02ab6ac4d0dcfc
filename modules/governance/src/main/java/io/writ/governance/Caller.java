package io.writ.governance;

/**
 * Who asks, in which request.
 *
 * @param requestId cleaned as in PECR v1
 * @param traceId ULID of the run this request belongs to, upper case
 * @param traceParent W3C context, accepted from the caller or minted
 */
public record Caller(Principal principal, String requestId, String traceId, TraceParent traceParent) {}

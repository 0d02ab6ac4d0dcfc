package io.writ.app.entry;

import io.writ.app.exchange.Exchange;
import io.writ.app.exchange.Exchanges;
import io.writ.app.metrics.Meters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** First in, last out: opens the exchange, echoes its ids and counts it. */
@PreMatching
final class ExchangeFilter implements ContainerRequestFilter, ContainerResponseFilter {

    /** Visible ASCII, no longer than ids are. */
    private static final Pattern ECHOED = Pattern.compile("[!-~]{1,256}");

    private final Exchanges exchanges;
    private final Meters meters;

    @Context
    private @Nullable HttpServletRequest connection;

    ExchangeFilter(Exchanges exchanges, Meters meters) {
        this.exchanges = exchanges;
        this.meters = meters;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(Exchange.ATTRIBUTE, exchanges.open(name -> Headers.of(request, name), System.nanoTime()));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle(
                "Cache-Control", headers.containsKey("Cache-Control") ? headers.getFirst("Cache-Control") : "no-store");
        if (request.getProperty(Exchange.ATTRIBUTE) instanceof Exchange exchange) {
            headers.putSingle(Exchanges.REQUEST_ID, exchange.requestId());
            echo(request, headers);
            headers.putSingle(Exchanges.TRACE_PARENT, exchange.traceParent().header());
            meters.exchange(
                    path(), request.getMethod(), response.getStatus(), System.nanoTime() - exchange.startedNanos());
        }
    }

    /** AuthZEN wants back what it sent, letter by letter; what could break a header line is not sent back. */
    private static void echo(ContainerRequestContext request, MultivaluedMap<String, Object> headers) {
        String sent = Headers.of(request, Exchanges.FOREIGN_REQUEST_ID);
        if (ECHOED.matcher(sent).matches()) {
            headers.putSingle(Exchanges.FOREIGN_REQUEST_ID, sent);
        }
    }

    /** As it was sent: a query that cannot be decoded must not hide the request from the counters. */
    private String path() {
        return connection == null ? "" : connection.getRequestURI();
    }
}

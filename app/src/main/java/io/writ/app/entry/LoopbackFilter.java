package io.writ.app.entry;

import io.writ.app.identity.Loopback;
import io.writ.app.rest.problem.Problem;
import io.writ.app.rest.problem.ProblemException;
import io.writ.app.rest.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;

/** Mode local answers this machine only. The start checks where we listen; this checks where a request came in. */
@PreMatching
@Priority(LoopbackFilter.AFTER_EXCHANGE)
final class LoopbackFilter implements ContainerRequestFilter {

    static final int AFTER_EXCHANGE = 200;

    @Context
    private @Nullable HttpServletRequest connection;

    @Override
    public void filter(ContainerRequestContext request) {
        if (connection == null || !Loopback.isAddress(connection.getLocalAddr())) {
            throw new ProblemException(Problem.of(
                    ProblemType.NOT_LOOPBACK, "This server runs in mode local and answers on loopback only."));
        }
        if (!Loopback.isHost(host(request, connection))) {
            throw new ProblemException(Problem.of(
                    ProblemType.HOST_FOREIGN, "The Host header must be localhost or 127.0.0.1 in mode local."));
        }
    }

    /** HTTP/2 has no Host header; what stands in its place is the name the container was asked for. */
    private static String host(ContainerRequestContext request, HttpServletRequest connection) {
        String header = Headers.of(request, "Host");
        return header.isEmpty() ? connection.getServerName() : header;
    }
}

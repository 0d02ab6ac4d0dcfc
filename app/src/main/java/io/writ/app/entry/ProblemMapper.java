package io.writ.app.entry;

import io.writ.app.console.ErrorPage;
import io.writ.app.exchange.Exchange;
import io.writ.app.exchange.Exchanges;
import io.writ.app.rest.problem.Problem;
import io.writ.app.rest.problem.ProblemJson;
import io.writ.app.rest.problem.ProblemOf;
import io.writ.app.rest.problem.ProblemType;
import io.writ.governance.GovernanceException;
import io.writ.ledger.LedgerException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** The last stop of every exception: a problem as JSON, or as a page for a person with a browser. */
final class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());

    private final Exchanges exchanges;

    @Context
    private @Nullable HttpServletRequest request;

    ProblemMapper(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        Problem problem = ProblemOf.thrown(thrown);
        Exchange exchange = exchange();
        if (problem.type() == ProblemType.INTERNAL
                || thrown instanceof GovernanceException
                || thrown instanceof LedgerException) {
            LOG.log(Level.ERROR, "request " + exchange.requestId() + " failed", thrown);
        }
        return answer(problem, exchange);
    }

    private Response answer(Problem problem, Exchange exchange) {
        ResponseBuilder response = Response.status(problem.type().status());
        problem.headers().forEach(header -> response.header(header.name(), header.value()));
        problem.retryAfter().ifPresent(wait -> response.header("Retry-After", Math.max(1, wait.toSeconds())));
        return wantsPage()
                ? ErrorPage.of(problem, exchange).into(response)
                : response.header("Content-Type", ProblemJson.MEDIA_TYPE)
                        .entity(ProblemJson.of(problem, exchange).toString())
                        .build();
    }

    private Exchange exchange() {
        return request != null && request.getAttribute(Exchange.ATTRIBUTE) instanceof Exchange known
                ? known
                : exchanges.open(_ -> "", System.nanoTime());
    }

    /** The API never answers with a page, whatever the client accepts. */
    private boolean wantsPage() {
        if (request == null || request.getRequestURI().startsWith("/v1/")) {
            return false;
        }
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html") && !"json".equals(request.getParameter("format"));
    }
}

package io.writ.app.entry;

import io.writ.app.exchange.Exchanges;
import io.writ.app.rest.problem.Problem;
import io.writ.app.rest.problem.ProblemJson;
import io.writ.app.rest.problem.ProblemOf;
import io.writ.app.rest.problem.ProblemType;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Answers what fails before or after Jakarta REST, such as a URL that cannot be decoded. The server's own page would
 * show a stack trace.
 */
@WebServlet("/fault")
public class FaultServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("NullAway.Init") // the container sets it before the first request
    private transient Exchanges exchanges;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? ProblemOf.byStatus(status)
                : Problem.of(ProblemType.ROUTE_UNKNOWN);
        byte[] body = ProblemJson.of(problem, exchanges.open(_ -> "", System.nanoTime()))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.type().status());
        response.setContentType(ProblemJson.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(body);
    }
}

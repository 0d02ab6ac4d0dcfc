package io.writ.app.console;

import static io.writ.app.console.html.Element.el;

import io.writ.app.console.html.Html;
import io.writ.app.exchange.Exchange;
import io.writ.app.rest.problem.Problem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Optional;

/** A problem, for a person with a browser. */
public record ErrorPage(String html) {

    public static ErrorPage of(Problem problem, Exchange exchange) {
        Html content = el(
                        "section",
                        el("p", Integer.toString(problem.type().status())).as("status"),
                        el("h1", problem.type().title()),
                        el("p", problem.message()).as("lead"),
                        el("p", problem.type().remedy()),
                        el(
                                        "dl",
                                        RunPage.fact(
                                                "Code",
                                                el("code", problem.type().code())),
                                        RunPage.fact("Request", el("code", exchange.requestId())))
                                .as("facts"))
                .as("problem");
        return new ErrorPage(PageFrame.page(problem.type().title(), Optional.empty(), content));
    }

    public Response into(ResponseBuilder response) {
        return PageFrame.into(response, html);
    }
}

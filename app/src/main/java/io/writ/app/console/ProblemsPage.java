package io.writ.app.console;

import static io.writ.app.console.html.Element.el;

import io.writ.app.console.html.Element;
import io.writ.app.console.html.Html;
import io.writ.app.rest.problem.ProblemType;
import java.util.Arrays;

/** What the {@code type} of a problem means; the URI in an error body opens here. */
final class ProblemsPage {

    private ProblemsPage() {}

    static Html all() {
        return Html.of(
                el("h1", "Problems"),
                el("p", "Every way a request can go wrong, and what to do about it.")
                        .as("lead"),
                el(
                        "div",
                        Arrays.stream(ProblemType.values())
                                .map(ProblemsPage::entry)
                                .toList()));
    }

    static Html one(ProblemType type) {
        return Html.of(
                el("p", el("a", "All problems").with("href", "/problems")).as("crumb"), entry(type));
    }

    private static Element entry(ProblemType type) {
        return el(
                        "article",
                        el("header", el("a", type.title()).with("href", type.uri()), el("code", type.code())),
                        el("p", type.remedy()),
                        el("p", "Status " + type.status() + (type.isRetryable() ? ", worth a retry." : ", final."))
                                .as("quiet"))
                .as("problem-type")
                .with("id", type.slug());
    }
}

package io.writ.app.console;

import static io.writ.app.console.html.Element.el;

import io.writ.app.console.html.Html;
import io.writ.governance.RunSummary;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Recent runs, newest first. */
final class RunListPage {

    private RunListPage() {}

    static Html of(List<RunSummary> runs, Instant now) {
        return Html.of(
                el("h1", "Runs"),
                el("p", "What was asked, how it ended, and what was recorded. Newest first.")
                        .as("lead"),
                runs.isEmpty() ? nothingYet() : table(runs, now));
    }

    private static Html nothingYet() {
        return el(
                        "section",
                        el("h2", "No runs to show"),
                        el(
                                "p",
                                "Either nobody has asked anything in this tenant yet, or policy shows this principal"
                                        + " no runs of others."),
                        el("p", "Ask something, then reload this page:"),
                        el("pre", """
                                curl -s http://127.0.0.1:8080/v1/run \\
                                  -H "x-pecr-principal-id: dev" \\
                                  -H "x-pecr-local-auth-secret: $WRIT_LOCAL_AUTH_SHARED_SECRET" \\
                                  -H "Content-Type: application/json" \\
                                  -d '{"query": "What is the refund policy?"}'"""))
                .as("empty");
    }

    private static Html table(List<RunSummary> runs, Instant now) {
        Html head = el(
                "tr",
                Stream.of("Question", "Ended", "Asked by", "Started", "Label", "Decisions", "Evidence")
                        .map(name -> el("th", name).with("scope", "col"))
                        .toList());
        List<Html> rows = runs.stream().map(run -> row(run, now)).toList();
        return el("div", el("table", el("thead", head), el("tbody", rows)).as("runs"))
                .as("scroll")
                .with("role", "region")
                .with("aria-label", "Recent runs")
                .with("tabindex", "0");
    }

    private static Html row(RunSummary run, Instant now) {
        String address = RunAddress.of(run.session());
        return el(
                "tr",
                el("td", el("a", question(run)).with("href", address)).as("question"),
                el("td", Badge.mode(run.mode())),
                el("td", run.principal()).as("principal"),
                el("td", Moment.of(run.startedAt(), now)),
                el("td", Badge.label(run.label())),
                el("td", Integer.toString(run.decisions())).as("number"),
                el("td", Integer.toString(run.evidenceUnits())).as("number"));
    }

    /** A session that a client opened itself has no question; that is said, not left blank. */
    private static Html question(RunSummary run) {
        return run.question()
                .<Html>map(Html::text)
                .orElseGet(() -> el("span", "Session opened directly, no question recorded")
                        .as("unknown"));
    }
}

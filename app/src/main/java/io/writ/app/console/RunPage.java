package io.writ.app.console;

import static io.writ.app.console.html.Element.el;

import io.writ.app.console.html.Element;
import io.writ.app.console.html.Html;
import io.writ.governance.RunRecord;
import io.writ.governance.RunSummary;
import java.time.Instant;

/** One run: what it was, what it answered, what was decided, what was read, and whether the ledger agrees. */
final class RunPage {

    private RunPage() {}

    static Html of(RunRecord run, LedgerCheck check, Instant now) {
        return Html.of(
                el("p", el("a", "All runs").with("href", "/")).as("crumb"),
                el("h1", title(run.summary())),
                summary(run.summary(), now),
                LedgerPanel.of(check),
                WritPanel.of(run.summary()),
                AnswerPanel.of(run),
                DecisionPanel.of(run.decisions(), now),
                EvidencePanel.of(run.evidence(), now));
    }

    static String title(RunSummary summary) {
        return summary.question().orElse("Session without a question");
    }

    private static Html summary(RunSummary run, Instant now) {
        return el(
                        "dl",
                        fact("Ended", Badge.mode(run.mode())),
                        fact("Asked by", Html.text(run.principal())),
                        fact("Started", Moment.of(run.startedAt(), now)),
                        fact("Label", Badge.label(run.label())),
                        fact("Session", el("code", run.session().value())),
                        fact("Trace", el("code", run.traceId())))
                .as("facts");
    }

    static Element fact(String name, Html value) {
        return el("div", el("dt", name), el("dd", value));
    }
}

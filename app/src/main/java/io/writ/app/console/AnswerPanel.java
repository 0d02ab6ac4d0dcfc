package io.writ.app.console;

import static io.writ.app.console.html.Element.el;

import io.writ.app.console.html.Html;
import io.writ.governance.RunRecord;

/** The answer that was released. */
final class AnswerPanel {

    private AnswerPanel() {}

    static Html of(RunRecord run) {
        return el("section", el("h2", "Answer"), answer(run)).with("id", "answer");
    }

    private static Html answer(RunRecord run) {
        if (run.answer().isPresent()) {
            return el("blockquote", run.answer().get()).as("answer");
        }
        return run.summary().mode().isPresent()
                ? el("p", "The answer's text is not held any more. The decisions below still are.")
                        .as("unknown")
                : el("p", "Not finalized yet, so there is no answer.").as("unknown");
    }
}

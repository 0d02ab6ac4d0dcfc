package io.writ.app.console;

import static io.writ.app.console.html.Element.el;

import io.writ.app.console.html.Html;
import io.writ.governance.RunSummary;

/** Where the writ of a finished run is; an open run has none. */
final class WritPanel {

    private WritPanel() {}

    static Html of(RunSummary run) {
        if (run.mode().isEmpty()) {
            return Html.nothing();
        }
        return el(
                        "p",
                        el("a", "Download the writ").with("href", RunAddress.of(run.session()) + "/writ"),
                        Html.text(" of this answer, and "),
                        el("a", "verify it").with("href", "/verify"),
                        Html.text(" offline: decisions, evidence and their place in the ledger in one signed file."))
                .as("writ quiet");
    }
}

package io.writ.app.console;

import static io.writ.app.console.html.Element.el;

import io.writ.app.console.html.Element;
import io.writ.app.console.html.Html;
import java.util.List;

/** What the look into the ledger found. */
final class LedgerPanel {

    private LedgerPanel() {}

    static Html of(LedgerCheck check) {
        return panel(check).with("id", "ledger");
    }

    private static Element panel(LedgerCheck check) {
        return switch (check) {
            case LedgerCheck.Agrees(int entries) -> agrees(entries);
            case LedgerCheck.Differs(var findings) -> differs(findings);
            case LedgerCheck.Unknown() ->
                el(
                                "section",
                                Badge.badge(Icon.PLUG, "Ledger not readable", "unsure"),
                                Html.text("Nothing is known about these entries until it can be read again."))
                        .as("ledger unsure");
        };
    }

    private static Element agrees(int entries) {
        String counted = entries == 1 ? "The one decision stands" : "All " + entries + " decisions stand";
        return el(
                        "section",
                        Badge.badge(Icon.CHAIN, "Ledger agrees", "good"),
                        el("span", counted + " in the ledger at the place and with the hash shown below. "),
                        el("span", "./writ ledger verify re-hashes every lane.").as("quiet"))
                .as("ledger good");
    }

    private static Element differs(List<String> findings) {
        return el(
                        "section",
                        Badge.badge(Icon.CROSS, "Ledger differs", "denied"),
                        el("ul", findings.stream().map(each -> el("li", each)).toList()))
                .as("ledger denied");
    }
}

package io.writ.app.console;

import static io.writ.app.console.html.Element.el;

import io.writ.app.console.html.Html;
import io.writ.governance.LeastChange;
import io.writ.governance.LeastChange.Change;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** What would have had to be different for a denial to be a permission. */
final class ChangePanel {

    private ChangePanel() {}

    static Html of(LeastChange least) {
        List<Html> parts = new ArrayList<>();
        if (least.alternatives().isEmpty()) {
            parts.add(el("p", el("strong", "No small change was found that would have opened this.")));
        } else {
            parts.add(el("p", el("strong", "It would have been allowed with")));
            least.alternatives().forEach(together -> parts.add(alternative(together)));
        }
        if (!least.complete()) {
            parts.add(el("p", "The search stopped at its bound; there may be others.")
                    .as("quiet"));
        }
        return el("div", parts).as("change");
    }

    private static Html alternative(List<Change> together) {
        List<Html> pieces = new ArrayList<>();
        for (Change change : together) {
            pieces.add(Html.text(pieces.isEmpty() ? "" : " and "));
            pieces.add(change(change));
        }
        return el("p", pieces).as("alternative");
    }

    private static Html change(Change change) {
        String from = change.from().map(ChangePanel::word).orElse("");
        String to = change.to().map(ChangePanel::word).orElse("");
        Html place = el("code", place(change.pointer())).as("rule");
        if (to.isEmpty()) {
            return el("span", Html.text("without "), el("strong", from), Html.text(" in "), place);
        }
        return change.pointer().endsWith("/-")
                ? el("span", el("strong", to), Html.text(" added to "), place)
                : el(
                        "span",
                        el("strong", to),
                        Html.text(from.isEmpty() ? " as " : " instead of " + from + " as "),
                        place);
    }

    /** An element is named by its value; its list is where it stands. */
    private static String place(String pointer) {
        int last = pointer.lastIndexOf('/');
        String name = pointer.substring(last + 1);
        boolean element = name.equals("-") || name.chars().allMatch(Character::isDigit);
        return element ? pointer.substring(0, last) : pointer;
    }

    private static String word(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }
}

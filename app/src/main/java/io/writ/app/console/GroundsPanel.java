package io.writ.app.console;

import static io.writ.app.console.html.Element.el;

import io.writ.app.console.html.Html;
import io.writ.governance.DecisionRecord;
import io.writ.governance.Explanation;
import io.writ.governance.RuleResult;
import java.util.ArrayList;
import java.util.List;

/** How one decision came about: what would have had to be different, and every rule, folded away until somebody asks. */
final class GroundsPanel {

    private GroundsPanel() {}

    static Html of(DecisionRecord decision) {
        List<Html> parts = new ArrayList<>();
        decision.grounds().leastChange().map(ChangePanel::of).ifPresent(parts::add);
        parts.add(explanation("How this came about", decision.grounds().explanation()));
        decision.releaseExplanation()
                .map(release -> explanation("How the documents found were judged", release))
                .ifPresent(parts::add);
        return Html.of(parts);
    }

    private static Html explanation(String title, Explanation explanation) {
        return switch (explanation) {
            case Explanation.Traced(var rules, var truncated) -> traced(title, rules, truncated);
            case Explanation.Opaque(var reason) ->
                el("p", title + ": " + reason + ".").as("grounds unknown");
        };
    }

    private static Html traced(String title, List<RuleResult> rules, boolean truncated) {
        long contributed = rules.stream().filter(RuleResult::contributed).count();
        String count = rules.size() + " rules evaluated" + (truncated ? " and more" : "") + ", " + contributed
                + " contributed";
        return el("details", el("summary", el("span", title), el("span", count).as("quiet")), table(rules))
                .as("grounds");
    }

    private static Html table(List<RuleResult> rules) {
        return el(
                        "div",
                        el(
                                        "table",
                                        el(
                                                "thead",
                                                el(
                                                        "tr",
                                                        column("Outcome"),
                                                        column("Rule"),
                                                        column("Stands in"),
                                                        column("Read of the question"))),
                                        el(
                                                "tbody",
                                                rules.stream()
                                                        .map(GroundsPanel::row)
                                                        .toList()))
                                .as("trace"))
                .as("scroll");
    }

    private static Html column(String title) {
        return el("th", title).with("scope", "col");
    }

    private static Html row(RuleResult rule) {
        return el(
                        "tr",
                        el("td", outcome(rule)),
                        el("td", el("code", rule.rule())),
                        el("td", el("code", rule.location()).as("quiet")),
                        el("td", reads(rule.reads())))
                .as(rule.matched() ? "held" : "missed");
    }

    private static Html outcome(RuleResult rule) {
        if (rule.contributed()) {
            return Badge.badge(Icon.CHECK, "Contributed", "good");
        }
        return rule.matched()
                ? Badge.badge(Icon.RING, "Matched", "open")
                : Badge.badge(Icon.CROSS, "No match", "plain");
    }

    private static Html reads(List<String> pointers) {
        return pointers.isEmpty()
                ? el("span", "nothing").as("unknown")
                : el(
                        "span",
                        pointers.stream()
                                .map(pointer -> el("code", pointer).as("rule"))
                                .toList());
    }
}

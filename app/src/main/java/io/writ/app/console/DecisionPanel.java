package io.writ.app.console;

import static io.writ.app.console.html.Element.el;

import io.writ.app.console.html.Html;
import io.writ.governance.DecisionRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Every decision, in the order in which it was recorded. */
final class DecisionPanel {

    private DecisionPanel() {}

    static Html of(List<DecisionRecord> decisions, Instant now) {
        List<Html> items = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            items.add(decision(decisions.get(i), i + 1, now));
        }
        Html content = items.isEmpty()
                ? el("p", "No decision is recorded for this run.").as("unknown")
                : el("ol", items).as("timeline");
        return el("section", el("h2", "Decisions"), content).with("id", "decisions");
    }

    private static Html decision(DecisionRecord decision, int number, Instant now) {
        return el(
                        "li",
                        el(
                                        "div",
                                        Badge.decision(decision.verdict()),
                                        Badge.kind(decision.kind()),
                                        el("strong", action(decision)),
                                        el(
                                                        "span",
                                                        "outcome: "
                                                                + decision.outcome()
                                                                        .replace('_', ' '))
                                                .as("outcome"),
                                        Moment.of(decision.occurredAt(), now))
                                .as("what"),
                        el(
                                        "dl",
                                        RunPage.fact("Reason", el("code", decision.reason())),
                                        RunPage.fact("Policy", policy(decision)),
                                        RunPage.fact("Ledger", ledger(decision)),
                                        RunPage.fact("Decision", el("code", decision.id())),
                                        RunPage.fact("Rules", rules(decision.rules()))
                                                .as("wide"))
                                .as("facts fine"),
                        GroundsPanel.of(decision))
                .with("id", "d-" + number);
    }

    private static String action(DecisionRecord decision) {
        String action = Badge.sentence(decision.action());
        return decision.operator().map(operator -> action + ": " + operator).orElse(action);
    }

    private static Html rules(List<String> rules) {
        return rules.isEmpty()
                ? el("span", "none named").as("unknown")
                : el(
                        "span",
                        rules.stream().map(rule -> el("code", rule).as("rule")).toList());
    }

    private static Html policy(DecisionRecord decision) {
        return el(
                "span",
                Html.text("revision " + decision.policyRevision() + ", digest "),
                el("code", RunAddress.shortened(decision.policyDigest())).with("title", decision.policyDigest()));
    }

    private static Html ledger(DecisionRecord decision) {
        return el(
                "span",
                Html.text("lane " + decision.lane() + ", entry " + decision.seq() + ", hash "),
                el("code", RunAddress.shortened(decision.entryHash())).with("title", decision.entryHash()));
    }
}

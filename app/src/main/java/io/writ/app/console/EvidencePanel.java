package io.writ.app.console;

import static io.writ.app.console.html.Element.el;

import io.writ.app.console.html.Html;
import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.TransformStep;
import io.writ.governance.EvidenceRecord;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Every evidence unit that was released. Content is shown as text and nothing else: it may be hostile. */
final class EvidencePanel {

    private EvidencePanel() {}

    static Html of(List<EvidenceRecord> evidence, Instant now) {
        List<Html> cards = new ArrayList<>();
        for (EvidenceRecord each : evidence) {
            cards.add(card(each.unit(), now));
        }
        Html content = cards.isEmpty()
                ? el("p", "No evidence was released in this run.").as("unknown")
                : Html.of(cards);
        return el("section", el("h2", "Evidence"), content).with("id", "evidence");
    }

    private static Html card(EvidenceUnit unit, Instant now) {
        return el(
                        "article",
                        el("header", el("strong", unit.objectId()), Badge.label(unit.label())),
                        content(unit.content()),
                        el(
                                        "dl",
                                        RunPage.fact("Source", Html.text(unit.sourceSystem())),
                                        RunPage.fact("Place", Html.text(place(unit.locator()))),
                                        RunPage.fact("Version", digest(unit.versionId())),
                                        RunPage.fact(
                                                "Evidence id", digest(unit.id().hex())),
                                        RunPage.fact(
                                                "Content digest",
                                                digest(unit.contentHash().hex())),
                                        RunPage.fact("Redaction", redaction(unit.transformChain())),
                                        RunPage.fact("True at", Html.text(Moment.absolute(unit.asOf()))),
                                        RunPage.fact("Read", Moment.of(unit.retrievedAt(), now)))
                                .as("facts fine"))
                .as("evidence")
                .with("id", RunAddress.evidenceAnchor(unit.id().hex()));
    }

    private static Html content(JsonValue content) {
        return switch (content) {
            case JsonString text -> el("pre", text.getString());
            case JsonObject row -> row(row);
            default ->
                content.getValueType() == JsonValue.ValueType.NULL
                        ? el("p", "The content was erased. Its digest remains, so the record still verifies.")
                                .as("unknown")
                        : el("pre", content.toString());
        };
    }

    private static Html row(JsonObject row) {
        List<Html> rows = new ArrayList<>();
        row.forEach((name, value) -> rows.add(el("tr", el("th", name).with("scope", "row"), el("td", plain(value)))));
        return el("table", el("tbody", rows)).as("row");
    }

    private static Html plain(JsonValue value) {
        return switch (value) {
            case JsonString text -> Html.text(text.getString());
            default ->
                value.getValueType() == JsonValue.ValueType.NULL
                        ? el("span", "no value").as("unknown")
                        : Html.text(value.toString());
        };
    }

    private static String place(JsonObject locator) {
        if (locator.containsKey("line_start") && locator.containsKey("line_end")) {
            String from = locator.get("line_start").toString();
            String to = locator.get("line_end").toString();
            return from.equals(to) ? "line " + from : "lines " + from + " to " + to;
        }
        return switch (locator.getString("type", "")) {
            case "db_row" -> "one row";
            case "db_aggregate" -> "figures over rows";
            case "" -> "not recorded";
            default -> locator.getString("type").replace('_', ' ');
        };
    }

    private static Html redaction(List<TransformStep> steps) {
        return steps.isEmpty()
                ? Html.text("none")
                : Html.text(steps.stream().map(TransformStep::type).collect(Collectors.joining(", ")));
    }

    private static Html digest(String value) {
        return el("code", RunAddress.shortened(value)).with("title", value);
    }
}

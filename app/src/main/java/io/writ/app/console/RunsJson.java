package io.writ.app.console;

import io.writ.app.json.GroundsJson;
import io.writ.app.json.JsonBuilders;
import io.writ.evidence.ClaimMapJson;
import io.writ.evidence.EvidenceJson;
import io.writ.evidence.Label;
import io.writ.governance.DecisionRecord;
import io.writ.governance.RunRecord;
import io.writ.governance.RunSummary;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** The console's pages as data. What is not known is absent, never zero and never empty. */
final class RunsJson {

    private RunsJson() {}

    static JsonObject list(List<RunSummary> runs) {
        JsonArrayBuilder array = JsonBuilders.array();
        runs.forEach(run -> array.add(summary(run)));
        return JsonBuilders.object().add("runs", array).build();
    }

    static JsonObject record(RunRecord run, LedgerCheck check) {
        JsonObjectBuilder json = summary(run.summary());
        run.answer().ifPresent(answer -> json.add("answer", answer));
        run.claims().ifPresent(claims -> json.add("claim_map", ClaimMapJson.write(claims)));
        JsonArrayBuilder decisions = JsonBuilders.array();
        run.decisions().forEach(decision -> decisions.add(decision(decision)));
        JsonArrayBuilder evidence = JsonBuilders.array();
        run.evidence()
                .forEach(each -> evidence.add(JsonBuilders.object()
                        .add("decision_id", each.decisionId())
                        .add("unit", EvidenceJson.write(each.unit()))));
        return json.add("decisions_recorded", decisions)
                .add("evidence_recorded", evidence)
                .add("ledger", ledger(check))
                .build();
    }

    private static JsonObjectBuilder summary(RunSummary run) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("session_id", run.session().value())
                .add("trace_id", run.traceId())
                .add("principal_id", run.principal())
                .add("started_at", run.startedAt().toString());
        run.question().ifPresent(question -> json.add("question", question));
        run.mode().ifPresent(mode -> json.add("terminal_mode", mode.name()));
        return json.add("decisions", run.decisions())
                .add("evidence_units", run.evidenceUnits())
                .add("label", label(run.label()));
    }

    private static JsonObjectBuilder label(Label label) {
        return JsonBuilders.object()
                .add("classification", label.classification().wireName())
                .add("origin", label.origin().wireName());
    }

    private static JsonObjectBuilder decision(DecisionRecord decision) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("decision_id", decision.id())
                .add("kind", decision.kind())
                .add("occurred_at", decision.occurredAt().toString())
                .add("action", decision.action());
        decision.closes().ifPresent(intent -> json.add("closes", intent));
        decision.operator().ifPresent(operator -> json.add("operator", operator));
        GroundsJson.add(json, decision.grounds());
        decision.releaseExplanation()
                .ifPresent(release -> json.add("release_explanation", GroundsJson.explanation(release)));
        return json.add("verdict", decision.verdict())
                .add("reason", decision.reason())
                .add("outcome", decision.outcome())
                .add("rules", JsonBuilders.array(decision.rules()))
                .add("policy_revision", decision.policyRevision())
                .add("policy_digest", decision.policyDigest())
                .add("lane", decision.lane())
                .add("seq", decision.seq())
                .add("entry_hash", decision.entryHash());
    }

    private static JsonObjectBuilder ledger(LedgerCheck check) {
        return switch (check) {
            case LedgerCheck.Agrees(int entries) ->
                JsonBuilders.object().add("agrees", true).add("entries", entries);
            case LedgerCheck.Differs(var findings) ->
                JsonBuilders.object().add("agrees", false).add("findings", JsonBuilders.array(findings));
            case LedgerCheck.Unknown() -> JsonBuilders.object();
        };
    }
}

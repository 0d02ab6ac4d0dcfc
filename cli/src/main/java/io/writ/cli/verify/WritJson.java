package io.writ.cli.verify;

import io.writ.evidence.SharedJson;
import io.writ.governance.writ.Found;
import io.writ.governance.writ.WritFacts;
import io.writ.governance.writ.WritReport;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Locale;

/** The result for programs. */
final class WritJson {

    private WritJson() {}

    static JsonObject of(WritReport report, String key) {
        JsonArrayBuilder found = SharedJson.PROVIDER.createArrayBuilder();
        report.found().forEach(each -> found.add(fault(each)));
        JsonObjectBuilder json = SharedJson.PROVIDER
                .createObjectBuilder()
                .add("verdict", report.verdict().name().toLowerCase(Locale.ROOT))
                .add("held_against", key)
                .add("found", found);
        report.facts().ifPresent(facts -> json.add("facts", facts(facts)));
        return json.build();
    }

    private static JsonObjectBuilder fault(Found found) {
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("code", found.fault().code())
                .add("place", found.place())
                .add("message", found.sentence());
    }

    private static JsonObjectBuilder facts(WritFacts facts) {
        JsonArrayBuilder witnesses = SharedJson.PROVIDER.createArrayBuilder();
        facts.witnesses()
                .forEach(witness -> witnesses.add(SharedJson.PROVIDER
                        .createObjectBuilder()
                        .add("name", witness.name())
                        .add("seen_at", witness.seenAt().toString())));
        JsonObjectBuilder json = SharedJson.PROVIDER
                .createObjectBuilder()
                .add("run", facts.run())
                .add("tenant", facts.tenant())
                .add("terminal_mode", facts.terminalMode())
                .add(
                        "claims",
                        facts.claims().map(claims -> number(claims.all())).orElse(JsonValue.NULL))
                .add(
                        "claims_supported",
                        facts.claims().map(claims -> number(claims.supported())).orElse(JsonValue.NULL))
                .add(
                        "evidence",
                        facts.evidence().isPresent() ? number(facts.evidence().getAsInt()) : JsonValue.NULL)
                .add("not_in_file", SharedJson.PROVIDER.createArrayBuilder(facts.notInFile()))
                .add("decisions_refused", facts.refused())
                .add("records_withheld", facts.withheld())
                .add("withheld_said_refused", facts.withheldRefused())
                .add("entries", facts.entries())
                .add("entries_named_by_end", facts.named())
                .add("key", facts.key())
                .add("tree_size", facts.treeSize())
                .add("witnesses", witnesses);
        facts.question().ifPresent(question -> json.add("question", question));
        facts.answer().ifPresent(answer -> json.add("answer", answer));
        return json;
    }

    /** What the file does not hold is null: no number would be true. */
    private static JsonValue number(int value) {
        return SharedJson.PROVIDER.createValue(value);
    }
}

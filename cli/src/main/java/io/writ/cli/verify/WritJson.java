package io.writ.cli.verify;

import io.writ.evidence.SharedJson;
import io.writ.governance.writ.Found;
import io.writ.governance.writ.WritFacts;
import io.writ.governance.writ.WritReport;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;

/** The result for programs. */
final class WritJson {

    private WritJson() {}

    static JsonObject of(WritReport report) {
        JsonArrayBuilder found = SharedJson.PROVIDER.createArrayBuilder();
        report.found().forEach(each -> found.add(fault(each)));
        JsonObjectBuilder json = SharedJson.PROVIDER
                .createObjectBuilder()
                .add("verdict", report.verdict().name().toLowerCase(Locale.ROOT))
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
                .add("claims", facts.claims())
                .add("claims_supported", facts.claimsSupported())
                .add("evidence", facts.evidence())
                .add("decisions_refused", facts.refused())
                .add("records_withheld", facts.withheld())
                .add("entries", facts.entries())
                .add("key", facts.key())
                .add("tree_size", facts.treeSize())
                .add("witnesses", witnesses);
        facts.question().ifPresent(question -> json.add("question", question));
        facts.answer().ifPresent(answer -> json.add("answer", answer));
        return json;
    }
}

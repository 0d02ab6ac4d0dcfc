package io.writ.governance.writ;

import io.writ.evidence.SharedJson;
import io.writ.evidence.canonical.Rfc8785;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonPatchBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A writ whose records somebody made up: whoever has the key of a log chains, proves and signs what he likes. */
final class Forged {

    final SampleRun run;
    private final String envelope;

    Forged(SampleRun run) {
        this.run = run;
        this.envelope = run.envelope();
    }

    /** The statement as it should be. */
    JsonObject statement() {
        return Resigned.payload(envelope);
    }

    /** Records as they should be, before somebody gets at them. */
    List<JsonObject> records() {
        return List.of(run.opened(), run.answered("u1"), run.refused(), run.finished());
    }

    /** With other bytes where the records of the run were; what is told of them follows, and so does an end as it should be. */
    byte[] of(List<JsonObject> changed) {
        List<JsonObject> written = new ArrayList<>(changed);
        if (changed.getLast().equals(run.finished())) {
            written.set(changed.size() - 1, run.finished(changed.subList(0, changed.size() - 1)));
        }
        JsonArrayBuilder entries = SharedJson.PROVIDER.createArrayBuilder();
        List<WritDraft.Held> held = run.held(records(), written);
        held.forEach(each -> entries.add(WritSealing.entry(each)));
        JsonArrayBuilder decisions = SharedJson.PROVIDER.createArrayBuilder();
        written.forEach(record -> decisions.add(DecisionSummary.of(record)));
        String checkpoint = held.getFirst().place().checkpoint();
        return with(patch -> patch.replace("/predicate/ledger/entries", entries.build())
                .replace("/predicate/ledger/checkpoint", checkpoint)
                .replace("/predicate/decisions", decisions.build()));
    }

    /** With another statement around the records. */
    byte[] with(UnaryOperator<JsonPatchBuilder> change) {
        return Resigned.of(envelope, run.log.seal(), change);
    }

    /** With another text for the payload, which need not be JSON that anybody would write. */
    byte[] withPayload(UnaryOperator<String> change) {
        String payload = new String(Rfc8785.bytes(statement()), StandardCharsets.UTF_8);
        byte[] changed = change.apply(payload).getBytes(StandardCharsets.UTF_8);
        return Envelope.write(
                        changed, run.log.seal().key().label(), run.log.seal().sign(Envelope.PAYLOAD_TYPE, changed))
                .getBytes(StandardCharsets.UTF_8);
    }
}

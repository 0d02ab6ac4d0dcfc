package io.writ.governance.writ;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.evidence.canonical.Rfc8785;
import io.writ.ledger.InclusionOutcome;
import io.writ.ledger.proof.LogSeal;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.temporal.ChronoUnit;

/** Writes a writ and signs it with the key of the log. */
public final class WritSealing {

    private final LogSeal seal;

    public WritSealing(LogSeal seal) {
        this.seal = seal;
    }

    /**
     * The file, byte for byte.
     *
     * @throws IllegalArgumentException when the records do not hold a run that was opened and finished once
     */
    public String seal(WritDraft draft) {
        byte[] payload;
        try {
            payload = Rfc8785.bytes(statement(draft));
        } catch (Broken malformed) {
            throw new IllegalArgumentException(malformed.found().sentence(), malformed);
        }
        return Envelope.write(payload, seal.key().label(), seal.sign(Envelope.PAYLOAD_TYPE, payload));
    }

    private JsonObject statement(WritDraft draft) {
        Node finished = only(draft, "finalize", "finalized");
        String answer = finished.node("detail").text("answer_sha256");
        return object().add("_type", Predicate.STATEMENT)
                .add("predicate", predicate(draft, finished, answer))
                .add("predicateType", Predicate.TYPE)
                .add(
                        "subject",
                        SharedJson.PROVIDER
                                .createArrayBuilder()
                                .add(object().add("digest", object().add("sha256", answer))
                                        .add("name", Predicate.SUBJECT)))
                .build();
    }

    private JsonObjectBuilder predicate(WritDraft draft, Node finished, String answer) {
        Node opened = only(draft, "create_session", "opened");
        JsonArrayBuilder decisions = SharedJson.PROVIDER.createArrayBuilder();
        draft.records().forEach(held -> decisions.add(DecisionSummary.of(held.record())));
        JsonObjectBuilder predicate = object().add("answer", answer(draft, answer))
                .add("budget", budget(draft, opened))
                .add("decisions", decisions)
                .add(
                        "issued_at",
                        draft.issuedAt().truncatedTo(ChronoUnit.MILLIS).toString())
                .add("ledger", ledger(draft))
                .add("run", run(opened, finished));
        draft.claimMap().ifPresent(claims -> predicate.add("claim_map", claims));
        draft.evidence().ifPresent(evidence -> predicate.add("evidence", evidence));
        question(predicate, draft, opened);
        return predicate;
    }

    private static JsonObjectBuilder answer(WritDraft draft, String digest) {
        JsonObjectBuilder answer = object().add("sha256", digest);
        // A text that is not the one that was recorded is not passed on as if it were.
        draft.answer().filter(text -> Digest.of(text).hex().equals(digest)).ifPresent(text -> answer.add("text", text));
        return answer;
    }

    private static JsonObjectBuilder budget(WritDraft draft, Node opened) {
        return object().add("granted", opened.node("detail").node("budget").object())
                .add(
                        "spent",
                        object().add("bytes", draft.spent().bytes())
                                .add("operator_calls", draft.spent().operatorCalls()));
    }

    private static JsonObjectBuilder run(Node opened, Node finished) {
        return object().add("finished_at", finished.text("occurred_at"))
                .add("principal", opened.text("principal"))
                .add("session_id", opened.text("session_id"))
                .add("started_at", opened.text("occurred_at"))
                .add("tenant", opened.text("tenant"))
                .add("terminal_mode", finished.text("terminal_mode"))
                .add("trace_id", opened.text("trace_id"));
    }

    private static void question(JsonObjectBuilder predicate, WritDraft draft, Node opened) {
        Node detail = opened.node("detail");
        if (detail.has("question_commitment")) {
            JsonObjectBuilder question = object().add("commitment", detail.text("question_commitment"));
            draft.question().ifPresent(opening -> question.add("opening", opening));
            predicate.add("question", question);
        }
    }

    private JsonObjectBuilder ledger(WritDraft draft) {
        JsonArrayBuilder entries = SharedJson.PROVIDER.createArrayBuilder();
        draft.records().forEach(held -> entries.add(entry(held)));
        return object().add("checkpoint", draft.records().getFirst().place().checkpoint())
                .add("entries", entries)
                .add("key", seal.key().text());
    }

    static JsonObjectBuilder entry(WritDraft.Held held) {
        InclusionOutcome.Proven place = held.place();
        JsonArrayBuilder path = SharedJson.PROVIDER.createArrayBuilder();
        place.path().forEach(hash -> path.add(hash.hex()));
        JsonObjectBuilder entry = object().add(
                        "entry_hash", place.entry().entry().hex())
                .add("kind", Entry.wireName(place.entry().kind()))
                .add("lane", place.entry().lane())
                .add("leaf_hash", place.entry().leaf().hex())
                .add("path", path)
                .add("previous_hash", place.previous().hex())
                .add("record_id", place.entry().recordId().toString())
                .add("seq", place.entry().seq())
                .add("tree_index", place.treeIndex());
        held.base64().ifPresent(record -> entry.add("record", record));
        return entry;
    }

    private static Node only(WritDraft draft, String event, String outcome) {
        return draft.records().stream()
                .map(held -> new Node(held.record(), "record", Fault.RECORD_SHAPE))
                .filter(record -> Records.says(record, event, outcome))
                .reduce((first, second) -> {
                    throw new IllegalArgumentException("two records say " + outcome);
                })
                .orElseThrow(() -> new IllegalArgumentException("no record says " + outcome));
    }

    private static JsonObjectBuilder object() {
        return SharedJson.PROVIDER.createObjectBuilder();
    }
}

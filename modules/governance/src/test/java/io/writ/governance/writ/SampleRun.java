package io.writ.governance.writ;

import io.writ.evidence.Digest;
import io.writ.evidence.StrictJson;
import io.writ.evidence.canonical.Rfc8785;
import io.writ.governance.SpentView;
import io.writ.ledger.EntryKind;
import io.writ.ledger.InclusionOutcome;
import io.writ.ledger.LedgerEntry;
import io.writ.ledger.LedgerHash;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A run of four records, written by hand: opened, answered, refused, finished. */
final class SampleRun {

    static final String ANSWER = "Orders leave on Tuesday. (é, 😀)";
    static final String QUESTION = "When do orders leave?";

    private static final String SALT = "11".repeat(32);
    private static final JsonObject CLAIMS = json("""
            {"claim_map_id":"m","claims":[{"claim_id":"c","claim_text":"Orders leave on Tuesday.","verdict":"supported"}],
             "coverage_observed":0.6666666666666666,"coverage_threshold":1,"terminal_mode":"SUPPORTED"}""");
    private static final JsonArray EVIDENCE = json("""
            {"evidence":[{"evidence_unit_id":"u1","content_hash":"h1","object_id":"public/a.txt","source_system":"fs_corpus",
             "label":{"classification":"internal","origin":"internal_reviewed"},"span_or_row_spec":{"start":1.5}}]}""").getJsonArray("evidence");

    final TestLog log;
    final String session;

    SampleRun(TestLog log, String session) {
        this.log = log;
        this.session = session;
    }

    /** With everything that is to be known. */
    WritDraft draft() {
        return draft(List.of(opened(), answered("u1"), refused(), finished()), 4);
    }

    /**
     * With other records.
     *
     * @param open how many of them the receiver may read; the refused one is withheld when it is three
     */
    WritDraft draft(List<JsonObject> records, int open) {
        List<WritDraft.Held> held = new ArrayList<>();
        for (WritDraft.Held whole : held(records, records)) {
            boolean withheld = open < records.size() && whole.record().equals(refused());
            held.add(new WritDraft.Held(whole.record(), withheld ? Optional.empty() : whole.base64(), whole.place()));
        }
        return draft(held);
    }

    WritDraft draft(List<WritDraft.Held> held) {
        return new WritDraft(
                Instant.parse("2026-11-20T12:00:00.123Z"),
                Optional.of(ANSWER),
                Optional.of(CLAIMS),
                Optional.of(EVIDENCE),
                Optional.of(json("{\"salt\":\"" + SALT + "\",\"text\":\"" + QUESTION + "\"}")),
                new SpentView(1, 30),
                held);
    }

    String envelope() {
        return new WritSealing(log.seal()).seal(draft());
    }

    JsonObject opened() {
        return record(1, "intent", "create_session", "opened", """
                "detail":{"budget":{"max_bytes":100,"max_parallelism":null},"question_commitment":"%s"}""".formatted(commitment()));
    }

    JsonObject answered(String unit) {
        return record(2, "decision", "operator_call", "answered", """
                "operator":"fetch_span","params_bytes":10,"result_bytes":20,
                "evidence":[{"content_hash":"h1","id":"%s"}]""".formatted(unit));
    }

    JsonObject refused() {
        return record(
                3, "decision", "operator_call", "policy_denied", "\"operator\":\"fetch_span\",\"params_bytes\":10");
    }

    JsonObject finished() {
        return finished(List.of(opened(), answered("u1"), refused()));
    }

    /** An end that names these records. */
    JsonObject finished(List<JsonObject> before) {
        return record(4, "outcome", "finalize", "finalized", """
                "closes":"00000000-0000-7000-0000-000000000001",
                "run":{"answered":1,"evidence":1,"leaves_sha256":"%s","records":3},
                "terminal_mode":"SUPPORTED","detail":{"answer_sha256":"%s","claim_map_sha256":"%s","evidence_sha256":"%s"}""".formatted(
                        leaves(before), Digest.of(ANSWER), Digest.ofRfc8785(CLAIMS), Digest.ofRfc8785(EVIDENCE)));
    }

    /** After the page of the format, not after the product. */
    private static Digest leaves(List<JsonObject> records) {
        String sorted = records.stream()
                .map(record -> LedgerHash.leaf(Rfc8785.bytes(record)).hex())
                .sorted()
                .collect(Collectors.joining());
        return Digest.of(HexFormat.of().parseHex("21" + sorted));
    }

    private JsonObject record(int number, String kind, String event, String outcome, String more) {
        String verdict = outcome.equals("policy_denied") ? "deny" : "allow";
        return json("""
                {"record_id":"%s","kind":"%s","session_id":"%s","tenant":"acme","event":"%s","verdict":"%s",
                 "outcome":"%s","reason":"because","occurred_at":"2026-11-20T11:00:0%d.000Z","principal":"%s",
                 "trace_id":"t1","policy":{"bundle_sha256":"b1","revision":"r1","engine":"embedded"},%s}""".formatted(id(number), kind, session, event, verdict, outcome, number, "22".repeat(32), more));
    }

    /** Entries named after records whose bytes say something else: the log chains whatever it is given. */
    List<WritDraft.Held> held(List<JsonObject> names, List<JsonObject> written) {
        List<byte[]> bytes = written.stream().map(Rfc8785::bytes).toList();
        List<InclusionOutcome.Proven> places = places(names, bytes);
        List<WritDraft.Held> held = new ArrayList<>();
        for (int index = 0; index < bytes.size(); index++) {
            String base64 = Base64.getEncoder().encodeToString(bytes.get(index));
            held.add(new WritDraft.Held(written.get(index), Optional.of(base64), places.get(index)));
        }
        return held;
    }

    private List<InclusionOutcome.Proven> places(List<JsonObject> records, List<byte[]> written) {
        List<LedgerEntry> entries = new ArrayList<>();
        List<Digest> before = new ArrayList<>();
        Digest previous = LedgerHash.genesis(7, new UUID(1, 2), "node");
        for (JsonObject record : records) {
            before.add(previous);
            Digest leaf = LedgerHash.leaf(written.get(entries.size()));
            int seq = entries.size() + 1;
            EntryKind kind = EntryKind.valueOf(record.getString("kind").toUpperCase(Locale.ROOT));
            previous = LedgerHash.entry(previous, 7, seq, kind, leaf);
            UUID id = UUID.fromString(record.getString("record_id"));
            entries.add(new LedgerEntry(7, seq, kind, id, leaf, previous));
        }
        return log.prove(entries, before);
    }

    private static UUID id(int number) {
        return new UUID(0x7000L, number);
    }

    private static Digest commitment() {
        byte[] text = QUESTION.getBytes(StandardCharsets.UTF_8);
        byte[] committed = new byte[33 + text.length];
        committed[0] = 0x20;
        Arrays.fill(committed, 1, 33, (byte) 0x11);
        System.arraycopy(text, 0, committed, 33, text.length);
        return Digest.of(committed);
    }

    static JsonObject json(String text) {
        return StrictJson.parseObject(text);
    }
}

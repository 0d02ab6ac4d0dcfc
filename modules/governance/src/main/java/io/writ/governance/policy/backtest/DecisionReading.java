package io.writ.governance.policy.backtest;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.evidence.WireFormatException;
import io.writ.evidence.canonical.Rfc8785;
import io.writ.governance.persistence.CanonicalBytes;
import io.writ.governance.persistence.RecordedInputs;
import io.writ.governance.policy.engine.PlanEngine;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a stored decision and holds the stored input against the digests of the record, byte for byte. That the record
 * itself is unchanged is the ledger's to prove.
 */
final class DecisionReading {

    /** Member of the record to member of the input. */
    private static final Map<String, String> QUESTIONS = questions();

    private DecisionReading() {}

    /** The decision; nothing when policy was not asked in it. */
    static Optional<RecordedDecision> read(RecordedInputs.Recorded stored) {
        try {
            JsonObject record = stored.canonical().document();
            if (!record.containsKey("policy")) {
                return Optional.empty();
            }
            return Optional.of(stored.input()
                    .map(input -> held(stored, record, input))
                    .orElseGet(() -> new RecordedDecision.Erased(stored.id(), stored.occurredAt())));
        } catch (IllegalArgumentException broken) {
            return Optional.of(spoiled(stored, "record", "a decision record", "something that is none"));
        }
    }

    private static RecordedDecision held(RecordedInputs.Recorded stored, JsonObject record, CanonicalBytes input) {
        JsonObject asked;
        try {
            asked = input.document();
        } catch (WireFormatException malformed) {
            return spoiled(stored, "input", "canonical JSON", "something that is no JSON object");
        }
        List<RecordedQuestion> questions = new ArrayList<>();
        JsonObjectBuilder known = SharedJson.PROVIDER.createObjectBuilder();
        for (Map.Entry<String, String> names : QUESTIONS.entrySet()) {
            if (!(record.get(names.getKey()) instanceof JsonObject provenance)) {
                continue;
            }
            String member = names.getValue();
            if (!(asked.get(member) instanceof JsonObject question)) {
                return spoiled(stored, member, "a question to policy", "none");
            }
            RecordedQuestion recorded = question(member, question, provenance);
            Digest found = Digest.ofRfc8785(question);
            if (!found.equals(recorded.inputHash())) {
                return spoiled(stored, member, "input " + recorded.inputHash().hex(), "input " + found.hex());
            }
            questions.add(recorded);
            known.add(member, question);
        }
        // Equal digests and other bytes: white space, order, another spelling of a number, or a question too many.
        return input.holds(Rfc8785.bytes(known.build()))
                ? new RecordedDecision.Whole(stored.id(), stored.tenant(), stored.occurredAt(), questions)
                : spoiled(stored, "input", "the canonical form of what was asked", "other bytes");
    }

    private static RecordedQuestion question(String member, JsonObject input, JsonObject provenance) {
        if (!provenance.getString("entrypoint", "").equals(PlanEngine.ENTRYPOINT)) {
            throw new IllegalArgumentException("a decision of another entry point");
        }
        return new RecordedQuestion(
                member,
                input,
                provenance.getString("engine", ""),
                new Digest(provenance.getString("bundle_sha256", "")),
                new Digest(provenance.getString("input_sha256", "")),
                Optional.of(provenance.getString("result_sha256", ""))
                        .filter(text -> !text.isEmpty())
                        .map(Digest::new));
    }

    private static RecordedDecision spoiled(
            RecordedInputs.Recorded stored, String member, String expected, String found) {
        return new RecordedDecision.Spoiled(stored.id(), stored.occurredAt(), member, expected, found);
    }

    private static Map<String, String> questions() {
        Map<String, String> inOrder = new LinkedHashMap<>();
        inOrder.put("policy", "decision");
        inOrder.put("policy_release", "release");
        return inOrder;
    }
}

package io.writ.governance.transcript;

import io.writ.evidence.Digest;
import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.Label;
import io.writ.evidence.TerminalMode;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * What was done or refused, before it is written down.
 *
 * @param request what was asked for, for operator calls
 * @param reason policy's code, or why policy was not asked
 * @param outcome {@code answered}, {@code opened}, {@code finalized}, or the refusal
 * @param label of what was released
 * @param detail members that only this event has
 */
public record Deed(
        Event event,
        Optional<Request> request,
        PolicyTrail policy,
        String reason,
        String outcome,
        TerminalMode mode,
        Label label,
        long resultBytes,
        List<EvidenceUnit> evidence,
        JsonObject detail) {

    /** The outcome of a call that was answered. */
    public static final String ANSWERED = "answered";

    public Deed {
        evidence = List.copyOf(evidence);
    }

    /** An operator and its parameters in normal form; absent digest for parameters that had none. */
    public record Request(String operator, Optional<Digest> paramsDigest, long paramsBytes) {}

    /** A deed that released no data. */
    public static Deed withoutData(
            Event event, Optional<Request> request, PolicyTrail policy, String outcome, TerminalMode mode) {
        String reason = policy.decisive().map(decision -> decision.reason()).orElse(outcome);
        return new Deed(
                event, request, policy, reason, outcome, mode, Label.NONE, 0, List.of(), JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Whether a session is charged for it. */
    boolean isAnsweredCall() {
        return event == Event.OPERATOR_CALL && outcome.equals(ANSWERED);
    }

    /** The same deed with members that only its event has. */
    public Deed with(JsonObject more) {
        return new Deed(event, request, policy, reason, outcome, mode, label, resultBytes, evidence, more);
    }

    /** The same deed under another reason. */
    public Deed because(String because) {
        return new Deed(event, request, policy, because, outcome, mode, label, resultBytes, evidence, detail);
    }
}

package io.writ.governance.gateway;

import io.writ.governance.Refusal;
import io.writ.governance.RefusalReason;
import io.writ.governance.disclosure.Disclosure;
import io.writ.governance.persistence.Attempt;
import io.writ.governance.persistence.DecisionRow;
import io.writ.governance.persistence.Records;
import io.writ.governance.persistence.Standing;
import io.writ.governance.transcript.Circumstances;
import io.writ.governance.transcript.Deed;
import io.writ.governance.transcript.Event;
import io.writ.governance.transcript.PolicyTrail;
import io.writ.governance.transcript.Scribe;
import java.time.Duration;
import java.util.Optional;

/** The last stage: what is not recorded does not happen. */
final class RecordStage {

    /** A full queue is written within a second; whoever comes back sooner finds it full again. */
    private static final Duration BUSY_PAUSE = Duration.ofSeconds(1);

    private final Scribe scribe;
    private final Records records;
    private final Disclosure disclosure;

    RecordStage(Scribe scribe, Records records, Disclosure disclosure) {
        this.scribe = scribe;
        this.records = records;
        this.disclosure = disclosure;
    }

    /** What is refused, before anybody is told. */
    record Refused(Circumstances where, Event event, Optional<Deed.Request> request, PolicyTrail trail) {}

    /** The row of a deed, not yet stored. */
    DecisionRow row(Circumstances where, Deed deed) {
        return scribe.write(where, deed);
    }

    /** The row of a deed that begins or ends something, not yet stored. */
    DecisionRow row(Circumstances where, Deed deed, Standing standing) {
        return scribe.write(where, deed, standing);
    }

    Records records() {
        return records;
    }

    /** Records a refusal and returns what the caller is told: the refusal, or that it could not be recorded. */
    Refusal refuse(Refused refused, Objection objection) {
        String outcome = objection.code();
        PolicyTrail trail = told(refused.trail());
        Deed deed = Deed.withoutData(
                refused.event(),
                refused.request(),
                trail,
                outcome,
                objection.reason().hint());
        DecisionRow row = scribe.write(refused.where(), deed);
        return switch (records.note(row)) {
            case Attempt.Recorded<Integer> _ -> told(objection, trail, row);
            case Attempt.Closed<Integer> _ ->
                afterEnd(scribe.write(refused.where(), deed, Standing.decisionAfterEnd()), objection, trail);
            case Attempt.Lost<Integer>(RefusalReason reason) -> unrecorded(reason);
        };
    }

    /** The run has ended and stated how much it holds: what is said about it now must say that it came later. */
    private Refusal afterEnd(DecisionRow row, Objection objection, PolicyTrail trail) {
        return switch (records.note(row)) {
            case Attempt.Recorded<Integer> _ -> told(objection, trail, row);
            case Attempt.Closed<Integer> _ -> unrecorded(RefusalReason.LEDGER_DOWN);
            case Attempt.Lost<Integer>(RefusalReason reason) -> unrecorded(reason);
        };
    }

    /** What is told is recorded, so it is settled before. */
    private PolicyTrail told(PolicyTrail trail) {
        return trail.decisive()
                .map(decision -> trail.andTold(disclosure.advice(decision)))
                .orElse(trail);
    }

    /** Records that a call was turned away, unless it is one of many in a rate window. */
    Refusal turnAway(Refused refused, Admission.TurnedAway away) {
        Objection objection = away.objection();
        return away.recorded()
                ? refuse(refused, objection)
                : new Refusal(objection.reason(), objection.message(), Optional.empty(), objection.retryAfter());
    }

    /** A call whose record is lost: nothing is released, and the caller may try again. */
    static Refusal unrecorded(RefusalReason reason) {
        return reason == RefusalReason.LEDGER_BUSY
                ? new Refusal(
                        reason,
                        "too many calls wait to be recorded, so nothing was released; try again after the time in"
                                + " Retry-After",
                        Optional.empty(),
                        Optional.of(BUSY_PAUSE))
                : Refusal.of(reason, "this call could not be recorded, so nothing was released; try again later");
    }

    private static Refusal told(Objection objection, PolicyTrail trail, DecisionRow row) {
        return new Refusal(
                objection.reason(), objection.message(), DecisionViews.of(trail, row.id()), objection.retryAfter());
    }
}

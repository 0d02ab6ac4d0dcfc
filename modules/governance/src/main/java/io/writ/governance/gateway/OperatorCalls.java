package io.writ.governance.gateway;

import io.writ.evidence.Label;
import io.writ.evidence.TerminalMode;
import io.writ.governance.Caller;
import io.writ.governance.OperatorCall;
import io.writ.governance.OperatorName;
import io.writ.governance.OperatorOutcome;
import io.writ.governance.RefusalReason;
import io.writ.governance.SessionAccess;
import io.writ.governance.SpentView;
import io.writ.governance.persistence.Attempt;
import io.writ.governance.persistence.Charge;
import io.writ.governance.persistence.DecisionRow;
import io.writ.governance.session.LiveSession;
import io.writ.governance.session.Progress;
import io.writ.governance.transcript.Circumstances;
import io.writ.governance.transcript.Deed;
import io.writ.governance.transcript.Event;
import io.writ.governance.transcript.PolicyTrail;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.Optional;

/** One operator call through all stages: admit, decide, read, redact, record. */
final class OperatorCalls {

    /**
     * A call is repeated when the run's label rose while it was under way, because policy was told a lower one. A label
     * can rise six times at most, three steps in each of its two dimensions, so this is never the reason to give up.
     */
    private static final int REPEATS_MAX = 6;

    private final AdmitStage admission;
    private final Preparation preparation;
    private final Operators operators;
    private final RecordStage recording;
    private final SessionDiagnosis diagnosis;
    private final Door door;
    private final Clock clock;

    OperatorCalls(Stages stages, Operators operators, Door door) {
        this.admission = stages.admission();
        this.preparation = stages.preparation();
        this.operators = operators;
        this.recording = stages.recording();
        this.diagnosis = stages.diagnosis();
        this.door = door;
        this.clock = stages.clock();
    }

    OperatorOutcome call(Caller caller, SessionAccess access, OperatorCall call) {
        return switch (admission.admit(caller, access, door)) {
            case Admission.TurnedAway away -> turnedAway(caller, call, away);
            case Admission.Admitted(LiveSession session) -> {
                Optional<Objection> spent = BudgetCheck.calls(session);
                yield spent.isPresent()
                        ? senseless(caller, session, OperatorName.named(call.operator()), spent.get())
                        : prepare(caller, session, call);
            }
        };
    }

    private OperatorOutcome prepare(Caller caller, LiveSession session, OperatorCall call) {
        return switch (preparation.prepare(caller, session, call)) {
            case Preparation.Result.Senseless(Optional<OperatorName> operator, Objection objection) ->
                senseless(caller, session, operator, objection);
            case Preparation.Result.Prepared(PreparedCall prepared) -> repeat(prepared);
        };
    }

    private OperatorOutcome repeat(PreparedCall call) {
        for (int repeats = 0; repeats <= REPEATS_MAX; repeats++) {
            Optional<OperatorOutcome> outcome = attempt(call);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return new OperatorOutcome.Refused(RecordStage.unrecorded(RefusalReason.LEDGER_DOWN));
    }

    /** Empty when the label moved under the call and it must be decided again. */
    private Optional<OperatorOutcome> attempt(PreparedCall call) {
        Optional<Objection> spent = BudgetCheck.bytes(call.session(), call.paramsBytes());
        if (spent.isPresent()) {
            return Optional.of(refused(call, PolicyTrail.NOT_ASKED, spent.get()));
        }
        Label seen = call.session().progress().label();
        return switch (operators.perform(call.question(seen, clock.instant()))) {
            case Findings.Nothing(Objection objection, PolicyTrail trail) ->
                Optional.of(refused(call, trail, objection));
            case Findings.Found found -> record(call, seen, found);
        };
    }

    private Optional<OperatorOutcome> record(PreparedCall call, Label seen, Findings.Found found) {
        JsonValue result = found.release().result();
        long resultBytes = Utf8.length(result.toString());
        DecisionRow row = recording.row(call.where(), deed(call, found, resultBytes));
        Charge charge = new Charge(
                call.session().facts().key(),
                seen,
                found.release().label(),
                call.paramsBytes() + resultBytes,
                found.release().units().size(),
                row.occurredAt());
        return switch (recording.records().call(charge, row)) {
            case Attempt.Recorded<Progress>(Progress progress) -> {
                call.session().advance(progress);
                yield Optional.of(answered(found, row, progress));
            }
            case Attempt.Closed<Progress> _ ->
                diagnosis.objection(call.session(), charge).map(objection -> refused(call, found.trail(), objection));
            case Attempt.Lost<Progress>(RefusalReason reason) ->
                Optional.of(new OperatorOutcome.Refused(RecordStage.unrecorded(reason)));
        };
    }

    private static Deed deed(PreparedCall call, Findings.Found found, long resultBytes) {
        return new Deed(
                Event.OPERATOR_CALL,
                call.request(),
                found.trail(),
                found.trail().decision().map(decision -> decision.reason()).orElse("not_asked"),
                Deed.ANSWERED,
                TerminalMode.SUPPORTED,
                found.release().label(),
                resultBytes,
                found.release().units(),
                JsonValue.EMPTY_JSON_OBJECT);
    }

    private static OperatorOutcome answered(Findings.Found found, DecisionRow row, Progress progress) {
        return new OperatorOutcome.Answered(
                TerminalMode.SUPPORTED,
                found.release().result(),
                found.release().units(),
                found.release().summary(),
                DecisionViews.of(found.trail(), row.id()).orElseThrow(),
                new SpentView(progress.calls(), progress.bytes()));
    }

    private OperatorOutcome refused(PreparedCall call, PolicyTrail trail, Objection objection) {
        return new OperatorOutcome.Refused(recording.refuse(call.refused(trail), objection));
    }

    private OperatorOutcome senseless(
            Caller caller, LiveSession session, Optional<OperatorName> operator, Objection objection) {
        Circumstances where = Circumstances.inside(caller, session.facts());
        return new OperatorOutcome.Refused(recording.refuse(notPrepared(where, operator), objection));
    }

    private OperatorOutcome turnedAway(Caller caller, OperatorCall call, Admission.TurnedAway away) {
        Circumstances where = new Circumstances(caller, away.session());
        RecordStage.Refused refused = notPrepared(where, OperatorName.named(call.operator()));
        return new OperatorOutcome.Refused(recording.turnAway(refused, away));
    }

    /** An operator nobody knows is recorded as unknown: its name is the caller's text and may hold anything. */
    private static RecordStage.Refused notPrepared(Circumstances where, Optional<OperatorName> operator) {
        String name = operator.map(OperatorName::wireName).orElse("unknown");
        Deed.Request request = new Deed.Request(name, Optional.empty(), 0);
        return new RecordStage.Refused(where, Event.OPERATOR_CALL, Optional.of(request), PolicyTrail.NOT_ASKED);
    }
}

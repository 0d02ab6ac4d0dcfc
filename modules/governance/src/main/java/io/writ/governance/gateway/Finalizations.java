package io.writ.governance.gateway;

import io.writ.evidence.ClaimMapJson;
import io.writ.evidence.Digest;
import io.writ.evidence.JudgedClaimMap;
import io.writ.evidence.finalization.Judgement;
import io.writ.governance.Caller;
import io.writ.governance.FinalizeOutcome;
import io.writ.governance.RefusalReason;
import io.writ.governance.SessionAccess;
import io.writ.governance.Submission;
import io.writ.governance.persistence.Attempt;
import io.writ.governance.persistence.Closing;
import io.writ.governance.persistence.DecisionRow;
import io.writ.governance.persistence.RunLeaves;
import io.writ.governance.persistence.Standing;
import io.writ.governance.session.LiveSession;
import io.writ.governance.session.Progress;
import io.writ.governance.session.RunCounts;
import io.writ.governance.transcript.Circumstances;
import io.writ.governance.transcript.Deed;
import io.writ.governance.transcript.Event;
import io.writ.governance.transcript.PolicyTrail;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Ends sessions: admit, decide, judge, record. A session ends once, whoever races for it. */
final class Finalizations {

    /** As often as a label can rise: three steps in each of its two dimensions. */
    private static final int REPEATS_MAX = 6;

    /** Calls and refusals of the same run that may be recorded between reading its counts and ending it. */
    private static final int MEANWHILE_MAX = 64;

    private final Stages stages;
    private final JudgeClaims judging;
    private final RunLeaves leaves;
    private final Door door;

    Finalizations(Stages stages, JudgeClaims judging, RunLeaves leaves, Door door) {
        this.stages = stages;
        this.judging = judging;
        this.leaves = leaves;
        this.door = door;
    }

    FinalizeOutcome finish(Caller caller, SessionAccess access, Submission submission) {
        return switch (stages.admission().admit(caller, access, door)) {
            case Admission.TurnedAway away ->
                new FinalizeOutcome.Refused(stages.recording()
                        .turnAway(refused(new Circumstances(caller, away.session()), PolicyTrail.NOT_ASKED), away));
            case Admission.Admitted(LiveSession session) -> repeat(caller, session, submission);
        };
    }

    private FinalizeOutcome repeat(Caller caller, LiveSession session, Submission submission) {
        for (int repeats = 0; repeats <= REPEATS_MAX; repeats++) {
            Optional<FinalizeOutcome> outcome = attempt(new FinishQuestion(
                    caller,
                    session,
                    session.progress().label(),
                    submission,
                    stages.clock().instant()));
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return new FinalizeOutcome.Refused(RecordStage.unrecorded(RefusalReason.LEDGER_DOWN));
    }

    /** Empty when the label moved under the submission and it must be decided again. */
    private Optional<FinalizeOutcome> attempt(FinishQuestion question) {
        return switch (judging.perform(question)) {
            case Conclusion.Withheld(Objection objection, PolicyTrail trail) ->
                Optional.of(refuse(question, trail, objection));
            case Conclusion.Judged judged -> record(question, judged);
        };
    }

    /** What was judged stays judged while only the counts of the run move. */
    private Optional<FinalizeOutcome> record(FinishQuestion question, Conclusion.Judged judged) {
        for (int meanwhile = 0; meanwhile <= MEANWHILE_MAX; meanwhile++) {
            Optional<FinalizeOutcome> outcome = close(question, judged);
            boolean rose = !question.session().progress().label().equals(question.runLabel());
            if (outcome.isPresent() || rose) {
                return outcome;
            }
        }
        return Optional.of(new FinalizeOutcome.Refused(RecordStage.unrecorded(RefusalReason.LEDGER_DOWN)));
    }

    private Optional<FinalizeOutcome> close(FinishQuestion question, Conclusion.Judged judged) {
        Judgement.Judged judgement = judged.judgement();
        JsonObject claimMap = ClaimMapJson.write(claimMap(question.submission(), judgement));
        Deed deed = Deed.withoutData(
                        Event.FINALIZE,
                        Optional.empty(),
                        judged.trail(),
                        "finalized",
                        judgement.outcome().mode())
                .with(FinalizationJson.detail(
                        judgement,
                        new Conclusion.Digests(
                                Digest.of(judgement.responseText()),
                                Digest.ofRfc8785(claimMap),
                                judged.citedEvidence())));
        DecisionRow row = stages.recording().row(where(question), deed, end(question.session()));
        Closing closing = new Closing(
                question.session().facts().key(),
                question.runLabel(),
                row.occurredAt(),
                judgement.outcome().mode(),
                claimMap,
                judgement.responseText());
        return switch (stages.recording().records().close(closing, row)) {
            case Attempt.Recorded<String> _ -> {
                close(question.session());
                yield Optional.of(finalized(question, judgement));
            }
            case Attempt.Closed<String> _ ->
                stages.diagnosis()
                        .objection(question.session())
                        .map(objection -> refuse(question, judged.trail(), objection));
            case Attempt.Lost<String>(RefusalReason reason) ->
                Optional.of(new FinalizeOutcome.Refused(RecordStage.unrecorded(reason)));
        };
    }

    /** States what is committed of the run as far as this node knows; when that is not all, it is not recorded. */
    private Standing end(LiveSession session) {
        RunCounts counts = session.progress().counts();
        return Standing.endOfRun(
                Standing.Ending.How.OUTCOME,
                session.intent(),
                counts,
                leaves.of(session.facts().key(), counts));
    }

    private static void close(LiveSession session) {
        Progress seen = session.progress();
        session.advance(new Progress(seen.counts(), seen.bytes(), seen.label(), true));
    }

    private static JudgedClaimMap claimMap(Submission submission, Judgement.Judged judgement) {
        return new JudgedClaimMap(
                submission.claims().id(),
                judgement.outcome().mode(),
                judgement.claims(),
                judgement.coverageThreshold(),
                judgement.coverageObserved(),
                submission.claims().clarification(),
                submission.claims().notes());
    }

    private static FinalizeOutcome finalized(FinishQuestion question, Judgement.Judged judgement) {
        return new FinalizeOutcome.Finalized(
                question.session().facts().traceId(),
                judgement.outcome(),
                question.submission().claims(),
                judgement.claims(),
                judgement.coverageThreshold(),
                judgement.coverageObserved(),
                judgement.responseText());
    }

    private FinalizeOutcome refuse(FinishQuestion question, PolicyTrail trail, Objection objection) {
        return new FinalizeOutcome.Refused(stages.recording().refuse(refused(where(question), trail), objection));
    }

    private static Circumstances where(FinishQuestion question) {
        return Circumstances.inside(question.caller(), question.session().facts());
    }

    private static RecordStage.Refused refused(Circumstances where, PolicyTrail trail) {
        return new RecordStage.Refused(where, Event.FINALIZE, Optional.empty(), trail);
    }
}

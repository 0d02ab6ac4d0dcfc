package io.writ.governance.gateway;

import io.writ.evidence.BudgetJson;
import io.writ.evidence.SharedJson;
import io.writ.evidence.TerminalMode;
import io.writ.evidence.WireTime;
import io.writ.governance.Caller;
import io.writ.governance.Opening;
import io.writ.governance.RefusalReason;
import io.writ.governance.SessionRequest;
import io.writ.governance.persistence.Attempt;
import io.writ.governance.persistence.DecisionRow;
import io.writ.governance.persistence.NewSession;
import io.writ.governance.persistence.Standing;
import io.writ.governance.session.LiveSession;
import io.writ.governance.session.Progress;
import io.writ.governance.session.SessionCache;
import io.writ.governance.session.SessionFacts;
import io.writ.governance.transcript.Circumstances;
import io.writ.governance.transcript.Deed;
import io.writ.governance.transcript.Event;
import io.writ.governance.transcript.PolicyTrail;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/** Opens sessions: admit, decide, draft, record. */
final class SessionOpenings {

    private final Stages stages;
    private final DraftSession drafts;
    private final SessionCache sessions;
    private final OpeningDoors doors;

    SessionOpenings(Stages stages, DraftSession drafts, SessionCache sessions, OpeningDoors doors) {
        this.stages = stages;
        this.drafts = drafts;
        this.sessions = sessions;
        this.doors = doors;
    }

    Opening open(Caller caller, SessionRequest request) {
        for (Door door : doors.of(request)) {
            Optional<Admission.TurnedAway> away = stages.admission().admit(caller, door);
            if (away.isPresent()) {
                return turnedAway(caller, away.get());
            }
        }
        return switch (drafts.perform(
                new SessionWish(caller, request, stages.clock().instant()))) {
            case SessionDraft.Withheld(Objection objection, PolicyTrail trail) ->
                new Opening.Refused(stages.recording().refuse(refused(caller, trail), objection));
            case SessionDraft.Drafted drafted -> record(caller, drafted);
        };
    }

    private Opening record(Caller caller, SessionDraft.Drafted drafted) {
        SessionFacts facts = drafted.session().facts();
        Deed deed = Deed.withoutData(
                        Event.CREATE_SESSION, Optional.empty(), drafted.trail(), "opened", TerminalMode.SUPPORTED)
                .with(detail(drafted.session()));
        DecisionRow row = stages.recording()
                .row(Circumstances.inside(caller, facts), deed, new Standing.Intent(facts.expiresAt()))
                .opening(drafted.personal());
        return switch (stages.recording().records().open(drafted.session(), row)) {
            case Attempt.Recorded<String> _ -> {
                sessions.keep(new LiveSession(facts, row.id(), Progress.NONE));
                yield new Opening.Opened(facts.view(), drafted.token());
            }
            case Attempt.Closed<String> _ -> new Opening.Refused(RecordStage.unrecorded(RefusalReason.LEDGER_DOWN));
            case Attempt.Lost<String>(RefusalReason reason) -> new Opening.Refused(RecordStage.unrecorded(reason));
        };
    }

    private static JsonObject detail(NewSession session) {
        SessionFacts facts = session.facts();
        JsonObjectBuilder detail = SharedJson.PROVIDER
                .createObjectBuilder()
                .add("as_of", WireTime.seconds(facts.asOf()))
                .add("budget", BudgetJson.write(facts.budget()))
                .add("expires_at", facts.expiresAt().toString())
                .add("policy_snapshot_hash", facts.snapshot().hash().hex())
                .add("policy_snapshot_id", facts.snapshot().id());
        session.questionCommitment().ifPresent(question -> detail.add("question_commitment", question.hex()));
        return detail.build();
    }

    private Opening turnedAway(Caller caller, Admission.TurnedAway away) {
        return new Opening.Refused(stages.recording().turnAway(refused(caller, PolicyTrail.NOT_ASKED), away));
    }

    private static RecordStage.Refused refused(Caller caller, PolicyTrail trail) {
        return new RecordStage.Refused(Circumstances.outside(caller), Event.CREATE_SESSION, Optional.empty(), trail);
    }
}

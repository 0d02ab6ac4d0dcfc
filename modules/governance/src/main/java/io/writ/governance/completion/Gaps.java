package io.writ.governance.completion;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.evidence.TerminalMode;
import io.writ.governance.GovernanceException;
import io.writ.governance.SessionId;
import io.writ.governance.persistence.Attempt;
import io.writ.governance.persistence.Doorstep;
import io.writ.governance.persistence.PendingIntents;
import io.writ.governance.persistence.PendingIntents.Due;
import io.writ.governance.persistence.PendingIntents.Pending;
import io.writ.governance.persistence.Records;
import io.writ.governance.persistence.RunLeaves;
import io.writ.governance.persistence.Standing;
import io.writ.governance.session.LiveSession;
import io.writ.governance.session.RunCounts;
import io.writ.governance.session.SessionKey;
import io.writ.governance.transcript.Circumstances;
import io.writ.governance.transcript.Deed;
import io.writ.governance.transcript.Event;
import io.writ.governance.transcript.PolicyTrail;
import io.writ.governance.transcript.Scribe;
import io.writ.governance.transcript.SystemCaller;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Writes the gap of an intent that is due, unless somebody ends it first. Any number of nodes may try. */
final class Gaps {

    /** What may be recorded of a run between reading its counts and ending it; it has expired, so hardly anything. */
    private static final int MEANWHILE_MAX = 16;

    private static final Logger LOG = System.getLogger(Gaps.class.getName());

    private final PendingIntents pending;
    private final Doorstep doorstep;
    private final RunLeaves leaves;
    private final Records records;
    private final Scribe scribe;
    private final SystemCaller caller;

    Gaps(
            PendingIntents pending,
            Doorstep doorstep,
            RunLeaves leaves,
            Records records,
            Scribe scribe,
            SystemCaller caller) {
        this.pending = pending;
        this.doorstep = doorstep;
        this.leaves = leaves;
        this.records = records;
        this.scribe = scribe;
        this.caller = caller;
    }

    /** What became of an intent that was due. */
    enum Result {
        /** This node wrote its gap. */
        WRITTEN,

        /** Somebody else ended it. */
        ENDED,

        /** It has no end still, and is looked at again. */
        LEFT
    }

    /** Looks at one intent. */
    Result write(Due due) {
        Optional<Pending> found = pending.find(due);
        if (found.isEmpty()) {
            return Result.ENDED;
        }
        Optional<Event> event = Event.named(found.get().event());
        if (event.isEmpty()) {
            return Result.LEFT;
        }
        Deed deed = deed(event.get(), found.get());
        Optional<SessionId> session = found.get().session();
        if (session.isEmpty()) {
            return settle(due, deed, Optional.empty());
        }
        Optional<LiveSession> run = doorstep.session(new SessionKey(due.tenant(), session.get()));
        if (run.isEmpty()) {
            // Nobody can say any more what the run holds; that it was begun and has no end can still be said.
            return settle(due, deed.with(missing(session.get())), Optional.empty());
        }
        return event.get() == Event.CREATE_SESSION ? lapse(due, deed, run.get()) : settle(due, deed, run);
    }

    /** The end of a run states what is committed of it, so it is read again until nothing came in between. */
    private Result lapse(Due due, Deed deed, LiveSession run) {
        for (int meanwhile = 0; meanwhile <= MEANWHILE_MAX; meanwhile++) {
            if (run.progress().finalized()) {
                return Result.ENDED;
            }
            RunCounts counts = run.progress().counts();
            Standing gap = Standing.endOfRun(Standing.Ending.How.GAP, due.intent(), counts, digest(run, counts));
            Circumstances where = Circumstances.inside(caller.next(due.tenant()), run.facts());
            switch (records.lapse(scribe.write(where, deed, gap))) {
                case Attempt.Recorded<String> _ -> {
                    return Result.WRITTEN;
                }
                case Attempt.Lost<String> _ -> {
                    return Result.LEFT;
                }
                case Attempt.Closed<String> _ ->
                    doorstep.session(run.facts().key()).ifPresent(now -> run.advance(now.progress()));
            }
        }
        return Result.LEFT;
    }

    /**
     * A run whose records cannot be digested in time has no end all the same, and to say that matters more: without a
     * digest its gap states counts only, as before there were digests.
     */
    private Optional<Digest> digest(LiveSession run, RunCounts counts) {
        try {
            return leaves.of(run.facts().key(), counts);
        } catch (GovernanceException tooMuch) {
            LOG.log(Level.WARNING, "the gap of a run states its counts only", tooMuch);
            return Optional.empty();
        }
    }

    private Result settle(Due due, Deed deed, Optional<LiveSession> run) {
        Result inside = settle(due, deed, run, Standing.end(Standing.Ending.How.GAP, due.intent()));
        return inside == Result.ENDED && run.isPresent()
                ? settle(due, deed, run, Standing.endAfterRun(Standing.Ending.How.GAP, due.intent()))
                : inside;
    }

    private Result settle(Due due, Deed deed, Optional<LiveSession> run, Standing gap) {
        Circumstances where = new Circumstances(caller.next(due.tenant()), run.map(LiveSession::facts));
        return switch (records.settle(scribe.write(where, deed, gap))) {
            case Attempt.Recorded<Integer> _ -> Result.WRITTEN;
            case Attempt.Closed<Integer> _ -> Result.ENDED;
            case Attempt.Lost<Integer> _ -> Result.LEFT;
        };
    }

    private static JsonObject missing(SessionId session) {
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("missing_session", session.value())
                .build();
    }

    private static Deed deed(Event event, Pending pending) {
        JsonObject detail = SharedJson.PROVIDER
                .createObjectBuilder()
                .add("due_at", pending.dueAt().toString())
                .add("grace_seconds", Sweep.GRACE.toSeconds())
                .build();
        return Deed.withoutData(
                        event, Optional.empty(), PolicyTrail.NOT_ASKED, "gap", TerminalMode.INSUFFICIENT_EVIDENCE)
                .because("no_outcome_in_time")
                .with(detail);
    }
}

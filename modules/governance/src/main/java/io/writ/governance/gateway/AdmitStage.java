package io.writ.governance.gateway;

import io.writ.governance.Caller;
import io.writ.governance.GovernanceException;
import io.writ.governance.RefusalReason;
import io.writ.governance.SessionAccess;
import io.writ.governance.budget.PermitOrder;
import io.writ.governance.budget.RateWindows;
import io.writ.governance.budget.Turn;
import io.writ.governance.persistence.Doorstep;
import io.writ.governance.session.LiveSession;
import io.writ.governance.session.SessionCache;
import io.writ.governance.session.SessionFacts;
import io.writ.governance.session.SessionKey;
import io.writ.governance.session.TokenMint;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets a call in: within the rate, into a session of its own that is open. Who asks is settled before the state of the
 * session is told. Costs no round trip when session and permits are at hand, and one otherwise.
 */
final class AdmitStage {

    private static final Logger LOG = System.getLogger(AdmitStage.class.getName());

    private final RateWindows rates;
    private final SessionCache sessions;
    private final Doorstep doorstep;
    private final Clock clock;

    AdmitStage(RateWindows rates, SessionCache sessions, Doorstep doorstep, Clock clock) {
        this.rates = rates;
        this.sessions = sessions;
        this.doorstep = doorstep;
        this.clock = clock;
    }

    /** Admits a call into a session. */
    Admission admit(Caller caller, SessionAccess access, Door door) {
        Instant now = clock.instant();
        SessionKey key = new SessionKey(caller.principal().tenant(), access.session());
        try {
            return switch (take(caller, door, now)) {
                case Turn.Over over -> over(over);
                case Turn.Ask(PermitOrder order) -> ask(order, caller, access, door);
                case Turn.Free _ -> {
                    Optional<LiveSession> known = door.fresh() ? Optional.empty() : sessions.find(key);
                    yield known.isPresent()
                            ? identify(caller, access, known.get(), now)
                            : ask(PermitOrder.none(key.tenant()), caller, access, door);
                }
            };
        } catch (GovernanceException databaseDown) {
            return databaseDown(databaseDown);
        }
    }

    /** Admits a call that has no session yet; nothing means go on. */
    Optional<Admission.TurnedAway> admit(Caller caller, Door door) {
        Instant now = clock.instant();
        try {
            Turn turn = take(caller, door, now);
            if (turn instanceof Turn.Ask(PermitOrder order)) {
                turn = rates.book(door.limit(), order, doorstep.permits(order), now);
            }
            return turn instanceof Turn.Over over ? Optional.of(over(over)) : Optional.empty();
        } catch (GovernanceException databaseDown) {
            return Optional.of(databaseDown(databaseDown));
        }
    }

    private Turn take(Caller caller, Door door, Instant now) {
        return rates.take(
                door.limit(), caller.principal().tenant(), caller.principal().id(), now);
    }

    private Admission ask(PermitOrder order, Caller caller, SessionAccess access, Door door) {
        Instant now = clock.instant();
        Doorstep.Answer answer = doorstep.ask(order, access.session());
        if (order.count() > 0 && rates.book(door.limit(), order, answer.permits(), now) instanceof Turn.Over over) {
            return over(over);
        }
        return answer.session()
                .map(sessions::keep)
                .map(session -> identify(caller, access, session, now))
                .orElseGet(() -> turnedAway(
                        RefusalReason.SESSION_UNKNOWN, "there is no such session; open one first", Optional.empty()));
    }

    private static Admission identify(Caller caller, SessionAccess access, LiveSession session, Instant now) {
        SessionFacts facts = session.facts();
        if (!facts.principal().equals(caller.principal().id())) {
            return turnedAway(
                    RefusalReason.PRINCIPAL_MISMATCH,
                    "this session belongs to another principal; open one of your own",
                    Optional.of(facts));
        }
        if (!TokenMint.opens(access.token(), facts)) {
            return turnedAway(
                    RefusalReason.TOKEN_INVALID,
                    "the session token is not the one this session was opened with",
                    Optional.of(facts));
        }
        if (facts.isExpired(now)) {
            return turnedAway(
                    RefusalReason.TOKEN_INVALID,
                    "the session token has expired; open a new session",
                    Optional.of(facts));
        }
        if (session.progress().finalized()) {
            return turnedAway(
                    RefusalReason.SESSION_FINALIZED,
                    "this session is finalized; open a new session",
                    Optional.of(facts));
        }
        return new Admission.Admitted(session);
    }

    private static Admission.TurnedAway turnedAway(
            RefusalReason reason, String message, Optional<SessionFacts> session) {
        return new Admission.TurnedAway(Objection.of(reason, message), session, true);
    }

    private static Admission.TurnedAway over(Turn.Over over) {
        Objection objection = new Objection(
                RefusalReason.RATE_LIMITED,
                "too many calls in this window; try again after it has ended",
                Optional.of(over.retryAfter()));
        return new Admission.TurnedAway(objection, Optional.empty(), over.untold());
    }

    /** Nothing can be recorded either while the database is down. */
    private static Admission.TurnedAway databaseDown(GovernanceException cause) {
        LOG.log(Level.ERROR, "a call could not be admitted", cause);
        return new Admission.TurnedAway(
                Objection.of(RefusalReason.DATABASE_DOWN, "the database does not answer; try again later"),
                Optional.empty(),
                false);
    }
}

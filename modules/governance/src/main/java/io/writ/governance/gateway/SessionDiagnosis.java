package io.writ.governance.gateway;

import io.writ.governance.GovernanceException;
import io.writ.governance.RefusalReason;
import io.writ.governance.persistence.Charge;
import io.writ.governance.persistence.Doorstep;
import io.writ.governance.session.LiveSession;
import java.util.Optional;

/** Finds out why a session could not be charged, and brings this node's memory of it up to date. */
final class SessionDiagnosis {

    private final Doorstep doorstep;

    SessionDiagnosis(Doorstep doorstep) {
        this.doorstep = doorstep;
    }

    /** Why a session could not be closed; empty when nothing is wrong but the label, which has risen since. */
    Optional<Objection> objection(LiveSession session) {
        try {
            doorstep.session(session.facts().key()).ifPresent(now -> session.advance(now.progress()));
        } catch (GovernanceException databaseDown) {
            return Optional.of(
                    Objection.of(RefusalReason.DATABASE_DOWN, "the database does not answer; try again later"));
        }
        return session.progress().finalized()
                ? Optional.of(
                        Objection.of(RefusalReason.SESSION_FINALIZED, "this session is finalized; open a new session"))
                : Optional.empty();
    }

    /** Empty when nothing is wrong but the label, which has risen since policy was asked. */
    Optional<Objection> objection(LiveSession session, Charge refused) {
        try {
            doorstep.session(session.facts().key()).ifPresent(now -> session.advance(now.progress()));
        } catch (GovernanceException databaseDown) {
            return Optional.of(
                    Objection.of(RefusalReason.DATABASE_DOWN, "the database does not answer; try again later"));
        }
        if (session.progress().finalized()) {
            return Optional.of(Objection.of(
                    RefusalReason.SESSION_FINALIZED,
                    "this session was finalized while the call was under way; open a new session"));
        }
        if (session.facts().isExpired(refused.now())) {
            return Optional.of(
                    Objection.of(RefusalReason.TOKEN_INVALID, "the session token has expired; open a new session"));
        }
        return BudgetCheck.calls(session).or(() -> BudgetCheck.bytes(session, refused.bytes()));
    }
}

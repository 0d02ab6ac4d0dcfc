package io.writ.governance.gateway;

import io.writ.evidence.Digest;
import io.writ.evidence.PolicySnapshotRef;
import io.writ.governance.Principal;
import io.writ.governance.RefusalReason;
import io.writ.governance.SessionId;
import io.writ.governance.SessionToken;
import io.writ.governance.persistence.NewSession;
import io.writ.governance.persistence.PersonalValue;
import io.writ.governance.policy.Governed;
import io.writ.governance.policy.ReadPermit;
import io.writ.governance.session.PolicySnapshots;
import io.writ.governance.session.SessionFacts;
import io.writ.governance.session.SessionKey;
import io.writ.governance.session.TokenMint;
import io.writ.governance.transcript.PolicyTrail;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws up a session under the policy that allowed it: ids, token, snapshot and commitments. */
@Dependent
@Typed(DraftSession.class)
class DraftSession implements Operation<SessionWish, SessionDraft> {

    private final SessionMint mint;

    @Inject
    DraftSession(SessionMint mint) {
        this.mint = mint;
    }

    @Override
    @Governed
    public SessionDraft perform(SessionWish wish) {
        Optional<ReadPermit> permit = ReadPermit.current();
        if (permit.isEmpty()) {
            return new SessionDraft.Withheld(
                    Objection.of(RefusalReason.INTERNAL, "no permit was granted for this session; report it"),
                    PolicyTrail.NOT_ASKED);
        }
        PolicyTrail trail = PolicyTrail.of(permit.get().decision());
        Optional<Objection> unsupported = Undertakings.forNoData(permit.get().obligations());
        if (unsupported.isPresent()) {
            return new SessionDraft.Withheld(unsupported.get(), trail);
        }
        if (wish.asOf().isAfter(wish.now())) {
            return new SessionDraft.Withheld(
                    Objection.of(
                            RefusalReason.PARAMS_INVALID,
                            "as_of_time lies in the future; nobody can read what is not yet true"),
                    trail);
        }
        return draft(wish, permit.get().decision().provenance().bundle(), trail);
    }

    private SessionDraft draft(SessionWish wish, Digest bundle, PolicyTrail trail) {
        Principal principal = wish.caller().principal();
        SessionToken token = mint.token();
        JsonObject snapshot = PolicySnapshots.document(principal, bundle, wish.asOf());
        List<PersonalValue> personal = new ArrayList<>();
        Digest subject = mint.commit("principal", principal.id(), principal.id().value(), personal);
        Optional<Digest> question =
                wish.request().question().map(text -> mint.commit("question", principal.id(), text, personal));
        SessionFacts facts = new SessionFacts(
                new SessionKey(principal.tenant(), new SessionId(mint.ulid())),
                wish.caller().traceId(),
                principal.id(),
                subject,
                TokenMint.digest(token),
                wish.now().truncatedTo(ChronoUnit.MILLIS),
                wish.now().truncatedTo(ChronoUnit.MILLIS).plus(mint.life()),
                wish.asOf(),
                new PolicySnapshotRef(mint.ulid(), Digest.ofPecrJson(snapshot)),
                wish.request().budget(),
                wish.request().purpose());
        NewSession session = new NewSession(
                facts,
                principal,
                snapshot,
                ActorChainJson.of(principal.actorChain()),
                wish.request().question(),
                question);
        return new SessionDraft.Drafted(session, token, personal, trail);
    }
}

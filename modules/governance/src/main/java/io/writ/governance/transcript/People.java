package io.writ.governance.transcript;

import io.writ.evidence.Digest;
import io.writ.governance.Actor;
import io.writ.governance.Principal;
import io.writ.governance.persistence.PersonalValue;
import io.writ.governance.session.SessionFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The people of one record, each behind a commitment; machines keep their names. */
final class People {

    private static final String KIND_PRINCIPAL = "principal";
    private static final String KIND_ACTOR = "actor";

    private final Digest principal;
    private final List<AscendingJson> chain = new ArrayList<>();
    private final List<PersonalValue> openings = new ArrayList<>();

    private People(Principal subject, Optional<Digest> known, RandomGenerator random) {
        principal = known.orElseGet(() -> commit(KIND_PRINCIPAL, subject.id().value(), random));
        for (Actor actor : subject.actorChain()) {
            chain.add(hop(actor, subject, random));
        }
    }

    /** A session has a commitment to its principal already; anybody else gets a new one. */
    static People in(Circumstances where, RandomGenerator random) {
        Principal subject = where.caller().principal();
        Optional<Digest> known = where.session()
                .filter(session -> session.principal().equals(subject.id()))
                .map(SessionFacts::principalCommitment);
        return new People(subject, known, random);
    }

    String principal() {
        return principal.hex();
    }

    List<AscendingJson> chain() {
        return chain;
    }

    List<PersonalValue> openings() {
        return openings;
    }

    private AscendingJson hop(Actor actor, Principal subject, RandomGenerator random) {
        String kind = actor.kind().wireName();
        if (actor.id().equals(subject.id().value())) {
            return new AscendingJson().member("commitment", principal()).member("kind", kind);
        }
        return switch (actor.kind()) {
            case HUMAN ->
                new AscendingJson()
                        .member(
                                "commitment",
                                commit(KIND_ACTOR, actor.id(), random).hex())
                        .member("kind", kind);
            case AGENT, SERVICE, SYSTEM ->
                new AscendingJson().member("id", actor.id()).member("kind", kind);
        };
    }

    private Digest commit(String kind, String id, RandomGenerator random) {
        PersonalValue value = PersonalValue.ofPerson(kind, id, random);
        openings.add(value);
        return value.commitment();
    }
}

package io.writ.governance.gateway;

import io.writ.evidence.Digest;
import io.writ.governance.PrincipalId;
import io.writ.governance.SessionToken;
import io.writ.governance.Ulids;
import io.writ.governance.persistence.PersonalValue;
import io.writ.governance.session.TokenMint;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/** Everything random that a session needs, and how long it lives. */
record SessionMint(TokenMint tokens, Ulids ulids, SecureRandom random, Duration life) {

    SessionToken token() {
        return tokens.mint();
    }

    String ulid() {
        return ulids.next();
    }

    /** Commits to a value that belongs to a person, and adds its opening to the list. */
    Digest commit(String kind, PrincipalId subject, String content, List<PersonalValue> openings) {
        PersonalValue value = PersonalValue.commit(kind, subject.value(), content, random);
        openings.add(value);
        return value.commitment();
    }
}

package io.writ.governance.transcript;

import io.writ.governance.persistence.CanonicalBytes;
import io.writ.governance.persistence.DecisionRow;
import io.writ.governance.persistence.Standing;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.UUID;

/** Turns a deed into the row and the canonical bytes by which it is remembered. */
public final class Scribe {

    /** Enough that nobody finds a record by hashing guesses at it. */
    private static final int BLIND_BYTES = 16;

    private final Clock clock;
    private final SecureRandom random;
    private final RecordIds ids;

    public Scribe(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
        this.ids = new RecordIds(random);
    }

    /** Writes the deed down as a decision; nothing is stored yet. */
    public DecisionRow write(Circumstances where, Deed deed) {
        return write(where, deed, Standing.decision());
    }

    /** Writes the deed down; nothing is stored yet. */
    public DecisionRow write(Circumstances where, Deed deed, Standing standing) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        UUID id = ids.next(now);
        People people = People.in(where, random);
        CanonicalBytes canonical =
                CanonicalBytes.ofText(new RecordText(where, deed, standing, people).text(id, now, blind()));
        return new DecisionRow(
                id,
                where.caller().principal().tenant(),
                where.session().map(session -> session.key().session()),
                where.traceId(),
                deed.event().wireName(),
                now,
                canonical,
                deed.policy().asked().map(CanonicalBytes::ofText),
                deed.evidence(),
                people.openings(),
                standing,
                deed.isAnsweredCall() ? OptionalInt.of(deed.evidence().size()) : OptionalInt.empty());
    }

    private String blind() {
        byte[] blind = new byte[BLIND_BYTES];
        random.nextBytes(blind);
        return HexFormat.of().formatHex(blind);
    }
}

package io.writ.governance.source;

import io.writ.governance.policy.ReadPermit;
import io.writ.governance.source.catalogue.Catalogue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds a query against its permit, before anything is looked at. Every source asks here first. */
public final class PermitCheck {

    /** Clocks of nodes differ; a session of a node that is a little ahead does not live in the future. */
    private static final Duration CLOCK_SKEW_MAX = Duration.ofSeconds(5);

    private final Catalogue catalogue;
    private final Clock clock;

    public PermitCheck(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** The refusal, or nothing when the permit covers the query: same resource, same tenant, still alive. */
    public Optional<Reading.Failed> refusal(@Nullable ReadPermit permit, SourceQuery query) {
        if (permit == null) {
            return Optional.of(notPermitted("no permit was given for this read"));
        }
        Instant now = clock.instant();
        if (permit.isExpired(now)) {
            return Optional.of(notPermitted("the permit for this read has expired; ask again"));
        }
        if (!permit.resource().equals(QueryScope.of(query, catalogue, permit.tenant()))) {
            return Optional.of(notPermitted("the permit names something else than this read"));
        }
        if (permit.asOf().isAfter(now.plus(CLOCK_SKEW_MAX))) {
            return Optional.of(new Reading.Failed(
                    SourceFailure.AS_OF_NOT_HELD, "the as-of time lies in the future; nothing is known about it yet"));
        }
        return Optional.empty();
    }

    private static Reading.Failed notPermitted(String message) {
        return new Reading.Failed(SourceFailure.NOT_PERMITTED, message);
    }
}

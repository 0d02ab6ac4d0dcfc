package io.writ.governance.policy;

import io.writ.governance.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * Proof that policy allowed one read: it names what may be touched, under which obligations, until when. Only this
 * package mints one, and it is bound to the call that policy allowed; a source refuses to read without it.
 */
public final class ReadPermit {

    private static final ScopedValue<ReadPermit> CURRENT = ScopedValue.newInstance();

    private final TenantId tenant;
    private final Resource resource;
    private final PolicyDecision.Allow decision;
    private final Instant asOf;
    private final Instant expiresAt;

    ReadPermit(TenantId tenant, Resource resource, PolicyDecision.Allow decision, Instant asOf, Instant expiresAt) {
        this.tenant = tenant;
        this.resource = resource;
        this.decision = decision;
        this.asOf = asOf;
        this.expiresAt = expiresAt;
    }

    /** The permit of the running call, if policy allowed it. */
    public static Optional<ReadPermit> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Runs the work with this permit bound, and unbinds it afterwards. */
    <T, X extends Throwable> T during(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    public TenantId tenant() {
        return tenant;
    }

    public Resource resource() {
        return resource;
    }

    public PolicyDecision.Allow decision() {
        return decision;
    }

    public Obligations obligations() {
        return decision.obligations();
    }

    public Instant asOf() {
        return asOf;
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}

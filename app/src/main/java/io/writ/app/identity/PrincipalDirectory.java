package io.writ.app.identity;

import io.writ.governance.Actor;
import io.writ.governance.Principal;
import io.writ.governance.PrincipalId;
import io.writ.governance.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is known in mode local. An unknown name is a person without roles: policy then allows it next to nothing. */
public final class PrincipalDirectory {

    private static final TenantId LOCAL = new TenantId("local");

    private final Map<PrincipalId, Principal> known;

    public PrincipalDirectory(Map<PrincipalId, Principal> known) {
        this.known = Map.copyOf(known);
    }

    Principal principal(PrincipalId id) {
        Principal found = known.get(id);
        return found == null ? stranger(LOCAL, id) : found;
    }

    /** Who that is in the eyes of a tenant: its own people are known there, and everybody else is a stranger. */
    public Principal within(TenantId tenant, PrincipalId id) {
        Principal found = known.get(id);
        return found == null || !found.tenant().equals(tenant) ? stranger(tenant, id) : found;
    }

    private static Principal stranger(TenantId tenant, PrincipalId id) {
        Actor self = new Actor(Actor.Kind.HUMAN, id.value(), id.value());
        return new Principal(tenant, id, Set.of(), Map.of(), List.of(self));
    }
}

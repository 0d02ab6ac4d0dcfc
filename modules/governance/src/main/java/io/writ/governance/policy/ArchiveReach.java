package io.writ.governance.policy;

import io.writ.governance.Caller;
import io.writ.governance.PrincipalId;
import java.util.Optional;

/** How far policy opens what is recorded of a tenant. */
public final class ArchiveReach {

    /** The reason by which policy opens everything; any other opens the caller's own. */
    private static final String ALL = "archive_all";

    private ArchiveReach() {}

    /** Everything of everybody in the tenant may be seen. */
    public static boolean isWhole(PolicyDecision decision) {
        return decision instanceof PolicyDecision.Allow && decision.reason().equals(ALL);
    }

    /** Whose records may be seen: the caller's own, or nobody's in particular when everybody's may. */
    public static Optional<PrincipalId> owner(PolicyDecision decision, Caller caller) {
        return isWhole(decision)
                ? Optional.empty()
                : Optional.of(caller.principal().id());
    }
}

package io.writ.governance.policy;

/** How far policy opens what is recorded of a tenant. */
public final class ArchiveReach {

    /** The reason by which policy opens everything; any other opens the caller's own. */
    private static final String ALL = "archive_all";

    private ArchiveReach() {}

    /** Everything of everybody in the tenant may be seen. */
    public static boolean isWhole(PolicyDecision decision) {
        return decision instanceof PolicyDecision.Allow && decision.reason().equals(ALL);
    }
}

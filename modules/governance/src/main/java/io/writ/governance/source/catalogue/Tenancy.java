package io.writ.governance.source.catalogue;

import io.writ.governance.TenantId;

/** Reads whose a source is. A catalogue is that of the one tenant of a small installation unless it says otherwise. */
final class Tenancy {

    private static final String TENANT_DEFAULT = "local";

    /** As long as a tenant's name may be anywhere. */
    private static final int TENANT_LENGTH_MAX = 128;

    private Tenancy() {}

    static TenantId tenant(Node node) {
        String named = node.has("tenant") ? node.text("tenant") : TENANT_DEFAULT;
        if (named.length() > TENANT_LENGTH_MAX) {
            node.problems().add(node.at("tenant"), "must have at most " + TENANT_LENGTH_MAX + " characters");
            return new TenantId(TENANT_DEFAULT);
        }
        return new TenantId(named.isEmpty() ? TENANT_DEFAULT : named);
    }
}

package io.writ.governance.posture;

import io.writ.governance.persistence.SchemaVersion;
import io.writ.governance.persistence.TenantIsolation;
import io.writ.ledger.LedgerAnchors;
import io.writ.ledger.LedgerReader;
import java.util.Map;

/** Whether what is decided can be recorded, and whether tenants are kept apart: asked of the database. */
record LedgerFacts(LedgerReader ledger, SchemaVersion schema, TenantIsolation isolation, LedgerAnchors anchors) {

    Map<String, String> facts() {
        return Map.of(
                "ledger.anchors", outside(),
                "ledger.recording", state(ledger.isReachable() && schema.fits()),
                "tenant.isolation", state(isolation.holds()));
    }

    /** Whether checkpoints leave the database as far as this node knows; none where no anchor is configured. */
    private String outside() {
        return anchors.isConfigured() ? state(anchors.problems().isEmpty()) : "none";
    }

    private static String state(boolean holds) {
        return holds ? "active" : "inactive";
    }
}

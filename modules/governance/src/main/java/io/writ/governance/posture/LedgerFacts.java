package io.writ.governance.posture;

import io.writ.governance.persistence.SchemaVersion;
import io.writ.governance.persistence.TenantIsolation;
import io.writ.ledger.LedgerReader;
import java.util.Map;

/** Whether what is decided can be recorded, and whether tenants are kept apart: asked of the database. */
record LedgerFacts(LedgerReader ledger, SchemaVersion schema, TenantIsolation isolation) {

    Map<String, String> facts() {
        return Map.of(
                "ledger.recording", state(ledger.isReachable() && schema.fits()),
                "tenant.isolation", state(isolation.holds()));
    }

    private static String state(boolean holds) {
        return holds ? "active" : "inactive";
    }
}

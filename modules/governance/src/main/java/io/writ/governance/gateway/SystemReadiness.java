package io.writ.governance.gateway;

import io.writ.governance.Readiness;
import io.writ.governance.persistence.SchemaVersion;
import io.writ.governance.policy.PolicyDecisionPoint;
import io.writ.governance.source.Sources;
import io.writ.ledger.LedgerReader;
import java.util.Map;

/** Asks each part that a call needs whether it can work now. */
final class SystemReadiness implements Readiness {

    private final LedgerReader ledger;
    private final SchemaVersion schema;
    private final PolicyDecisionPoint policy;
    private final Sources sources;

    SystemReadiness(LedgerReader ledger, SchemaVersion schema, PolicyDecisionPoint policy, Sources sources) {
        this.ledger = ledger;
        this.schema = schema;
        this.policy = policy;
        this.sources = sources;
    }

    @Override
    public Map<String, Boolean> checks() {
        return Map.of(
                "ledger", ledger.isReachable() && schema.fits(),
                "opa", policy.status().usable(),
                "postgres", sources.isRecordStoreReachable());
    }
}

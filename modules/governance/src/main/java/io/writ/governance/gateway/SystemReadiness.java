package io.writ.governance.gateway;

import io.writ.governance.Posture;
import io.writ.governance.Readiness;
import io.writ.governance.persistence.SchemaVersion;
import io.writ.governance.policy.PolicyDecisionPoint;
import io.writ.governance.source.Sources;
import io.writ.ledger.LedgerReader;
import java.util.List;
import java.util.Map;

/** Asks each part that a call needs whether it can work now. */
final class SystemReadiness implements Readiness {

    private final LedgerReader ledger;
    private final SchemaVersion schema;
    private final PolicyDecisionPoint policy;
    private final Sources sources;
    private final Posture posture;

    SystemReadiness(
            LedgerReader ledger, SchemaVersion schema, PolicyDecisionPoint policy, Sources sources, Posture posture) {
        this.ledger = ledger;
        this.schema = schema;
        this.policy = policy;
        this.sources = sources;
        this.posture = posture;
    }

    @Override
    public Map<String, Boolean> checks() {
        return Map.of(
                "ledger", ledger.isReachable() && schema.fits(),
                "opa", policy.status().usable(),
                "postgres", sources.isRecordStoreReachable());
    }

    @Override
    public List<String> weaknesses() {
        return posture.weaknesses();
    }

    @Override
    public List<String> notes() {
        return posture.notes();
    }
}

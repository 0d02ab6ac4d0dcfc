package io.writ.governance.gateway;

import io.writ.governance.Posture;
import io.writ.governance.Readiness;
import io.writ.governance.persistence.SchemaVersion;
import io.writ.governance.policy.PolicyDecisionPoint;
import io.writ.governance.source.Sources;
import io.writ.ledger.LedgerAnchors;
import io.writ.ledger.LedgerReader;
import io.writ.ledger.TreeHealth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Asks each part that a call needs whether it can work now. */
final class SystemReadiness implements Readiness {

    private final LedgerParts ledger;
    private final PolicyDecisionPoint policy;
    private final Sources sources;
    private final Posture posture;

    SystemReadiness(LedgerParts ledger, PolicyDecisionPoint policy, Sources sources, Posture posture) {
        this.ledger = ledger;
        this.policy = policy;
        this.sources = sources;
        this.posture = posture;
    }

    @Override
    public Map<String, Boolean> checks() {
        return Map.of(
                "ledger", ledger.reader().isReachable() && ledger.schema().fits(),
                "opa", policy.status().usable(),
                "postgres", sources.isRecordStoreReachable());
    }

    @Override
    public List<String> weaknesses() {
        return Stream.of(
                        posture.weaknesses(),
                        ledger.tree().problems(),
                        ledger.anchors().problems())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<String> notes() {
        return Stream.concat(posture.notes().stream(), ledger.tree().notes().stream())
                .toList();
    }

    /**
     * What is asked about the ledger.
     *
     * @param schema of the database it stands in
     * @param tree over its lanes
     * @param anchors where its checkpoints are kept
     */
    record LedgerParts(LedgerReader reader, SchemaVersion schema, TreeHealth tree, LedgerAnchors anchors) {}
}

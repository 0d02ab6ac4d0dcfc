package io.writ.app.config;

import io.writ.app.identity.LocalIdentity;
import io.writ.evidence.Budget;
import io.writ.governance.EdgeFacts;
import io.writ.governance.GovernanceConfig;
import java.time.Duration;
import java.util.Optional;

/**
 * The whole configuration, checked.
 *
 * @param laneWait how long a decision waits for a free ledger lane
 * @param ledgerKey signs checkpoints
 * @param ledgerCycle pause between two looks at the lanes
 * @param runBudget of a run that brings none
 * @param edge what the posture says about the edge
 * @param metricsNeedPrincipal whether {@code /metrics} is for known callers only
 */
record Settings(
        LocalIdentity identity,
        GovernanceConfig governance,
        Duration laneWait,
        Optional<String> ledgerKey,
        Duration ledgerCycle,
        Budget runBudget,
        EdgeFacts edge,
        boolean metricsNeedPrincipal) {}

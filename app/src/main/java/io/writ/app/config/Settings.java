package io.writ.app.config;

import io.writ.app.identity.LocalIdentity;
import io.writ.evidence.Budget;
import io.writ.governance.EdgeFacts;
import io.writ.governance.GovernanceConfig;
import io.writ.ledger.AnchorConfig;
import io.writ.ledger.WitnessConfig;
import java.time.Duration;

/**
 * The whole configuration, checked.
 *
 * @param laneWait how long a decision waits for a free ledger lane
 * @param ledgerWriters threads that record what waits
 * @param ledgerQueue decisions that may wait for them
 * @param sequencer who signs the ledger
 * @param anchors where checkpoints go
 * @param witness for whom this installation is one
 * @param runBudget of a run that brings none
 * @param edge what the posture says about the edge
 * @param metricsNeedPrincipal whether {@code /metrics} is for known callers only
 */
record Settings(
        LocalIdentity identity,
        GovernanceConfig governance,
        Duration laneWait,
        int ledgerWriters,
        int ledgerQueue,
        SequencerSettings sequencer,
        AnchorConfig anchors,
        WitnessConfig witness,
        Budget runBudget,
        EdgeFacts edge,
        boolean metricsNeedPrincipal) {}

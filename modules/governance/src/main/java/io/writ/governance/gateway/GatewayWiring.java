package io.writ.governance.gateway;

import io.writ.evidence.finalization.ClaimGate;
import io.writ.evidence.finalization.LocatingClaimGate;
import io.writ.governance.Gateway;
import io.writ.governance.GovernanceConfig;
import io.writ.governance.PolicyDesk;
import io.writ.governance.Posture;
import io.writ.governance.Readiness;
import io.writ.governance.RecordArchive;
import io.writ.governance.RunArchive;
import io.writ.governance.budget.RateLimit;
import io.writ.governance.persistence.RunLeaves;
import io.writ.governance.persistence.SchemaVersion;
import io.writ.governance.policy.PolicyDecisionPoint;
import io.writ.governance.policy.Unrecorded;
import io.writ.governance.session.SessionCache;
import io.writ.governance.source.Sources;
import io.writ.ledger.LedgerAnchors;
import io.writ.ledger.LedgerReader;
import io.writ.ledger.TreeHealth;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.security.SecureRandom;
import java.time.Clock;

/** Composes what the application may ask for. */
@Dependent
class GatewayWiring {

    @Produces
    @ApplicationScoped
    static Gateway gateway(
            Stages stages,
            Operators operators,
            DraftSession drafts,
            JudgeClaims judging,
            RunLeaves leaves,
            SessionCache sessions,
            GovernanceConfig config) {
        GovernanceConfig.RateLimits limits = config.rateLimits();
        return new PolicyEnforcedGateway(
                new SessionOpenings(
                        stages,
                        drafts,
                        sessions,
                        new OpeningDoors(
                                door("sessions", limits.sessions(), false, limits),
                                door("run", limits.runs(), false, limits))),
                new OperatorCalls(stages, operators, door("operators", limits.operators(), false, limits)),
                new Finalizations(stages, judging, leaves, door("finalize", limits.finalizations(), true, limits)));
    }

    @Produces
    @ApplicationScoped
    static RunArchive archive(ReadArchive archive, Stages stages, Clock clock) {
        return new RecordedArchive(archive, stages.recording(), clock);
    }

    @Produces
    @ApplicationScoped
    static RecordArchive records(ReadRecord reading, Stages stages, Clock clock) {
        return new RecordedRecords(reading, stages.recording(), clock);
    }

    @Produces
    @ApplicationScoped
    static PolicyDesk desk(@Unrecorded PolicyDesk desk, Stages stages, GovernanceConfig config) {
        return new RecordedPolicyDesk(desk, stages, Door.ofPolicyQuestions(config.rateLimits()), new SecureRandom());
    }

    @Produces
    @ApplicationScoped
    static Readiness readiness(
            SystemReadiness.LedgerParts ledger, PolicyDecisionPoint policy, Sources sources, Posture posture) {
        return new SystemReadiness(ledger, policy, sources, posture);
    }

    @Produces
    @Dependent
    static SystemReadiness.LedgerParts ledgerParts(
            LedgerReader reader, SchemaVersion schema, TreeHealth tree, LedgerAnchors anchors) {
        return new SystemReadiness.LedgerParts(reader, schema, tree, anchors);
    }

    @Produces
    @Dependent
    static Operators operators(Search search, Fetch fetch) {
        return new Operators(search, fetch);
    }

    @Produces
    @ApplicationScoped
    static ClaimGate claimGate(GovernanceConfig config) {
        return new LocatingClaimGate(config.coverageThreshold());
    }

    private static Door door(String name, int callsMax, boolean fresh, GovernanceConfig.RateLimits limits) {
        return new Door(new RateLimit(name, callsMax, limits.window()), fresh);
    }
}

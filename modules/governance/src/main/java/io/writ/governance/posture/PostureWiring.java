package io.writ.governance.posture;

import io.writ.evidence.finalization.ClaimGate;
import io.writ.governance.EdgeFacts;
import io.writ.governance.GovernanceConfig;
import io.writ.governance.Measurement;
import io.writ.governance.Posture;
import io.writ.governance.persistence.Records;
import io.writ.governance.persistence.SchemaVersion;
import io.writ.governance.persistence.TenantIsolation;
import io.writ.governance.policy.DecisionTally;
import io.writ.governance.policy.PolicyDecisionPoint;
import io.writ.governance.policy.bundle.Upkeep;
import io.writ.governance.redaction.Redaction;
import io.writ.ledger.LedgerAnchors;
import io.writ.ledger.LedgerReader;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Composes the posture out of the parts that serve callers: the same instances, not others of their kind. */
@Dependent
class PostureWiring {

    @Resource(lookup = "jdbc/writ")
    @SuppressWarnings("NullAway.Init") // the container sets it before it calls a producer
    private DataSource database;

    @Produces
    @ApplicationScoped
    static Posture posture(
            GovernanceConfig config, PolicyFacts policy, LedgerFacts ledger, ReleaseFacts release, EdgeFacts edge) {
        PostureParts parts = new PostureParts(config.nodeId(), policy, ledger, release, edge);
        return new LivePosture(parts, config.policy().declaredPosture());
    }

    @Produces
    @ApplicationScoped
    static Measurement.Gauges gauges(Upkeep upkeep, Records records) {
        Measurement.Gauges policy = new PolicyGauges(upkeep);
        return () -> Stream.concat(policy.now().stream(), records.measurements().stream())
                .toList();
    }

    @Produces
    @Singleton
    static PolicyFacts policy(GovernanceConfig config, PolicyDecisionPoint policy, Upkeep upkeep, DecisionTally tally) {
        return new PolicyFacts(config.policy(), policy, upkeep, tally);
    }

    @Produces
    @Singleton
    LedgerFacts ledger(LedgerReader ledger, SchemaVersion schema, LedgerAnchors anchors) {
        return new LedgerFacts(ledger, schema, new TenantIsolation(database), anchors);
    }

    @Produces
    @Singleton
    static ReleaseFacts release(GovernanceConfig config, ClaimGate claims, Redaction redaction) {
        return new ReleaseFacts(claims, new RedactionProbe(redaction), config);
    }
}

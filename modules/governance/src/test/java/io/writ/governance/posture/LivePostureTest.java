package io.writ.governance.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.evidence.finalization.LocatingClaimGate;
import io.writ.governance.EdgeFacts;
import io.writ.governance.GovernanceConfig;
import io.writ.governance.PolicyConfig;
import io.writ.governance.PostureReport;
import io.writ.governance.persistence.SchemaVersion;
import io.writ.governance.persistence.TenantIsolation;
import io.writ.governance.persistence.TestDatabase;
import io.writ.governance.policy.RunningPolicy;
import io.writ.governance.redaction.Redaction;
import io.writ.governance.redaction.Release;
import io.writ.ledger.AnchorState;
import io.writ.ledger.LedgerAnchors;
import io.writ.ledger.LedgerEntry;
import io.writ.ledger.LedgerReader;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LivePostureTest {

    static final PolicyConfig POLICY = new PolicyConfig(
            new PolicyConfig.Source.Packaged(),
            new PolicyConfig.Trust(Optional.empty(), Optional.empty(), false, Optional.empty()),
            new PolicyConfig.Reload(Duration.ofSeconds(30), Duration.ZERO),
            new PolicyConfig.Evaluation(
                    PolicyConfig.Engine.EMBEDDED,
                    PolicyConfig.Fallback.DENY,
                    PolicyConfig.Shadow.NONE,
                    Duration.ZERO,
                    new PolicyConfig.Opa(
                            URI.create("http://127.0.0.1:8181"), Optional.empty(), "writ", Duration.ofMillis(250))),
            Map.of());

    private final RunningPolicy policy = RunningPolicy.packaged(POLICY);
    private Redaction redaction = Redaction.ofObligations(new SecureRandom());
    private boolean ledgerReachable = true;

    @Test
    void everyFactIsAskedOfARunningPart() {
        policy.ask();
        PostureReport report = posture(Map.of()).report();

        assertThat(report.facts())
                .containsEntry("policy", "active")
                .containsEntry("policy.engine", "embedded")
                .containsEntry("policy.fail_mode", "deny")
                .containsEntry("policy.signed", "false")
                .containsEntry("policy.source", "packaged")
                .containsEntry("policy.rollback", "refused")
                .containsEntry("ledger.recording", "active")
                .containsEntry("tenant.isolation", "active")
                .containsEntry("redaction", "active")
                .containsEntry("claim_gate", "active")
                .containsEntry("rate_limit.sessions", "active")
                .containsEntry("rate_limit.runs", "inactive")
                .containsEntry("rate_limit.policy", "active")
                .containsEntry("edge.authentication", "local");
        assertThat(report.policy().rules()).isGreaterThan(10);
        assertThat(report.policy().decisions().denied()).isEqualTo(1);
        assertThat(report.policy().decisions().last()).isPresent();
        assertThat(report.weaknesses()).isEmpty();
    }

    @Test
    void whatIsWeakerThanDeclaredIsNamed() {
        LivePosture posture =
                posture(Map.of("policy.signed", "true", "policy", "active", "policy.fallback", "embedded"));

        assertThat(posture.weaknesses()).containsExactly("policy.signed is false, and WRIT_POSTURE declares true");
    }

    @Test
    void aPartThatFailsLaterIsSeenLater() {
        LivePosture posture = posture(Map.of("ledger.recording", "active"));
        assertThat(posture.weaknesses()).isEmpty();
        ledgerReachable = false;

        assertThat(posture.weaknesses())
                .containsExactly("ledger.recording is inactive, and WRIT_POSTURE declares active");
    }

    @Test
    void aRedactionThatLetsSomethingThroughOrBreaksIsInactive() {
        Redaction real = redaction;
        redaction = (reading, decision, context) ->
                real.release(reading, RunningPolicy.withoutObligations(decision), context);
        assertThat(posture(Map.of()).report().facts()).containsEntry("redaction", "inactive");

        redaction = (_, _, _) -> new Release.Unfulfillable("patterns", "cannot");
        assertThat(posture(Map.of()).report().facts()).containsEntry("redaction", "inactive");

        redaction = (_, _, _) -> {
            throw new IllegalStateException("broken");
        };
        assertThat(posture(Map.of()).report().facts()).containsEntry("redaction", "inactive");
    }

    @Test
    void aNameThatIsNoFactIsRefusedAndTheFactsAreListed() {
        assertThatThrownBy(() -> posture(Map.of("policy.singed", "true")))
                .hasMessageStartingWith("WRIT_POSTURE names policy.singed; known are claim_gate,")
                .hasMessageContaining("tenant.isolation");
    }

    private LivePosture posture(Map<String, String> declared) {
        GovernanceConfig config = new GovernanceConfig(
                "node",
                Path.of(""),
                Path.of(""),
                0.95,
                Duration.ofMinutes(1),
                new GovernanceConfig.RateLimits(Duration.ofMinutes(1), 1, 1, 1, 0, 1),
                1,
                Duration.ofSeconds(1),
                1,
                POLICY);
        return new LivePosture(
                new PostureParts(
                        "node",
                        new PolicyFacts(POLICY, policy.point(), policy.upkeep(), policy.tally()),
                        new LedgerFacts(
                                new Ledger(),
                                new SchemaVersion(TestDatabase.app()),
                                new TenantIsolation(TestDatabase.app()),
                                new NoAnchors()),
                        new ReleaseFacts(new LocatingClaimGate(0.95), new RedactionProbe(redaction), config),
                        new EdgeFacts(Map.of("edge.authentication", "local"))),
                declared);
    }

    private static final class NoAnchors implements LedgerAnchors {

        @Override
        public boolean isConfigured() {
            return false;
        }

        @Override
        public List<AnchorState> states() {
            return List.of();
        }

        @Override
        public List<String> refusals() {
            return List.of();
        }

        @Override
        public List<String> problems() {
            return List.of();
        }
    }

    private final class Ledger implements LedgerReader {

        @Override
        public Optional<LedgerEntry> entryOf(UUID recordId) {
            return Optional.empty();
        }

        @Override
        public List<Long> lanes() {
            return List.of();
        }

        @Override
        public boolean isReachable() {
            return ledgerReachable;
        }
    }
}

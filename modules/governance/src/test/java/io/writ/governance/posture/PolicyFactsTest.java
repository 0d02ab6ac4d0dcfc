package io.writ.governance.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Digest;
import io.writ.governance.PostureReport;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.PolicyDecisionPoint;
import io.writ.governance.policy.PolicyRequest;
import io.writ.governance.policy.PolicyStatus;
import io.writ.governance.policy.RunningPolicy;
import io.writ.governance.policy.bundle.PolicyState;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyFactsTest {

    private final RunningPolicy running = RunningPolicy.packaged(LivePostureTest.POLICY);

    @Test
    void aBundleThatTakesOverWhileAReportIsMadeIsNotMixedIntoIt() {
        PolicyStatus before = running.point().status();
        PolicyFacts facts = new PolicyFacts(LivePostureTest.POLICY, new Overtaken(), running.upkeep(), running.tally());
        PolicyState state = facts.state();

        PostureReport.PolicyInForce told = facts.inForce(state);

        assertThat(told.bundle()).isEqualTo(before.bundle());
        assertThat(told.revision()).isEqualTo(before.revision());
        assertThat(told.activatedAt()).contains(before.loadedAt());
        assertThat(told.rules()).isEqualTo(state.rules()).isGreaterThan(10);
        assertThat(facts.facts(state))
                .containsEntry("policy.bundle", before.bundle().hex());
    }

    /** Decides by the next bundle already. */
    private record Overtaken() implements PolicyDecisionPoint {

        @Override
        public PolicyDecision decide(PolicyRequest request) {
            throw new UnsupportedOperationException("a report asks for no decision");
        }

        @Override
        public PolicyStatus status() {
            return new PolicyStatus("embedded", "2", Digest.of("next"), Instant.MAX, true, Optional.empty());
        }
    }
}

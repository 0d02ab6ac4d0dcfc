package io.writ.governance.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.evidence.Classification;
import io.writ.evidence.Digest;
import io.writ.governance.Explanation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GovernedInterceptorTest {

    private static final Resource.View VIEW = Asking.view("safe_view", Classification.INTERNAL, "status");

    private final Provenance provenance = new Provenance(
            "fake",
            "r1",
            Digest.of("bundle"),
            "entrypoint",
            PolicyInput.of(Asking.json("{}")),
            Optional.empty(),
            Explanation.UNASKED,
            1);

    @Test
    void anAllowBindsAPermitForAsLongAsTheCallLasts() {
        ReadPermit permit = Interception.around(policy(allow(Obligations.NONE)), call(), ReadPermit::current)
                .orElseThrow();

        assertThat(permit.resource()).isEqualTo(VIEW);
        assertThat(permit.tenant().value()).isEqualTo("local");
        assertThat(permit.isExpired(Asking.NOW)).isFalse();
        assertThat(permit.isExpired(Asking.NOW.plusSeconds(10))).isTrue();
        assertThat(ReadPermit.current()).isEmpty();
    }

    @Test
    void policyMayShortenThePermit() {
        Obligations brief = new Obligations(
                new FieldRule.All(),
                List.of(),
                new ItemFilter.All(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.of(Duration.ofSeconds(2)),
                Optional.empty());

        ReadPermit permit = Interception.around(policy(allow(brief)), call(), ReadPermit::current)
                .orElseThrow();

        assertThat(permit.isExpired(Asking.NOW.plusSeconds(2))).isTrue();
    }

    @Test
    void withoutAnAllowTheOperationDoesNotRun() {
        for (PolicyDecision refused : List.of(
                new PolicyDecision.Deny("no", List.of(), provenance),
                new PolicyDecision.Undecided("policy.unavailable", provenance))) {
            assertThat(Interception.around(policy(refused), call(), () -> {
                        throw new AssertionError("the operation ran");
                    }))
                    .isEmpty();
        }
    }

    @Test
    void aGovernedMethodWithoutACallIsABug() {
        var interceptor = new GovernedInterceptor(policy(allow(Obligations.NONE)));

        assertThatThrownBy(() -> interceptor.decide(new Interception.Invocation(() -> "ran", List.of("no call"))))
                .isInstanceOf(IllegalStateException.class);
    }

    private PolicyDecision allow(Obligations obligations) {
        return new PolicyDecision.Allow("granted", false, obligations, Map.of(), List.of(), provenance);
    }

    private static PolicyDecisionPoint policy(PolicyDecision decision) {
        return new PolicyDecisionPoint() {
            @Override
            public PolicyDecision decide(PolicyRequest request) {
                return decision;
            }

            @Override
            public PolicyStatus status() {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static GovernedCall<Optional<ReadPermit>> call() {
        return new GovernedCall<>() {
            @Override
            public PolicyRequest policyRequest() {
                return Asking.call(Asking.principal("developer"), "fetch_rows", VIEW);
            }

            @Override
            public Optional<ReadPermit> withheld(PolicyDecision decision) {
                return Optional.empty();
            }
        };
    }
}

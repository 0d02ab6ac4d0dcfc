package io.writ.governance.policy;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Asks policy before a governed operation runs, and binds the permit that only an Allow can mint. */
@Governed
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 500)
class GovernedInterceptor {

    /** No operation takes this long; a permit that outlives its call would be a key left in the door. */
    private static final Duration PERMIT_LIFE_MAX = Duration.ofSeconds(10);

    private final PolicyDecisionPoint policy;

    @Inject
    GovernedInterceptor(PolicyDecisionPoint policy) {
        this.policy = policy;
    }

    @AroundInvoke
    @Nullable
    Object decide(InvocationContext context) throws Exception {
        GovernedCall<?> call = callOf(context);
        PolicyRequest request = call.policyRequest();
        return switch (policy.decide(request)) {
            case PolicyDecision.Allow allow -> permit(request, allow).during(context::proceed);
            case PolicyDecision.Deny deny -> call.withheld(deny);
            case PolicyDecision.Undecided undecided -> call.withheld(undecided);
        };
    }

    private static GovernedCall<?> callOf(InvocationContext context) {
        return Arrays.stream(context.getParameters())
                .filter(GovernedCall.class::isInstance)
                .map(parameter -> (GovernedCall<?>) parameter)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        context.getMethod() + " is governed but has no call that policy could be asked about"));
    }

    private static ReadPermit permit(PolicyRequest request, PolicyDecision.Allow allow) {
        Duration life = allow.obligations()
                .permitTtl()
                .filter(ttl -> ttl.compareTo(PERMIT_LIFE_MAX) < 0)
                .orElse(PERMIT_LIFE_MAX);
        Instant expiresAt = request.now().plus(life);
        Resource resource = request.resource()
                .orElseGet(() -> new Resource.Named(request.action().wireName(), "", request.runLabel()));
        return new ReadPermit(request.principal().tenant(), resource, allow, request.asOf(), expiresAt);
    }
}

package io.writ.governance.gateway;

import io.writ.evidence.Digest;
import io.writ.governance.Explanation;
import io.writ.governance.policy.ItemDecision;
import io.writ.governance.policy.Obligations;
import io.writ.governance.policy.PolicyAction;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.PolicyDecisionPoint;
import io.writ.governance.policy.PolicyInput;
import io.writ.governance.policy.PolicyRequest;
import io.writ.governance.policy.PolicyStatus;
import io.writ.governance.policy.Provenance;
import io.writ.governance.policy.Resource;
import jakarta.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A policy that says what a test wants, and remembers what it was asked. */
final class Rulings implements PolicyDecisionPoint {

    private final Map<PolicyAction, Function<PolicyRequest, PolicyDecision>> rules = new ConcurrentHashMap<>();
    private final List<PolicyRequest> asked = new CopyOnWriteArrayList<>();

    @Override
    public PolicyDecision decide(PolicyRequest request) {
        asked.add(request);
        return rules.getOrDefault(request.action(), any -> allow(any, "granted"))
                .apply(request);
    }

    @Override
    public PolicyStatus status() {
        return new PolicyStatus("fake", "r1", Digest.of("bundle"), Instant.EPOCH, true, Optional.empty());
    }

    void on(PolicyAction action, Function<PolicyRequest, PolicyDecision> rule) {
        rules.put(action, rule);
    }

    List<PolicyRequest> asked(PolicyAction action) {
        return asked.stream().filter(request -> request.action() == action).toList();
    }

    /** Allows the call, and every item. */
    static PolicyDecision allow(PolicyRequest request, String reason) {
        return allow(request, reason, Obligations.NONE);
    }

    /** Allows the call, and every item, under obligations. */
    static PolicyDecision allow(PolicyRequest request, Obligations obligations) {
        return allow(request, "granted", obligations);
    }

    private static PolicyDecision allow(PolicyRequest request, String reason, Obligations obligations) {
        Map<String, ItemDecision> items = request.items().stream()
                .collect(Collectors.toMap(Resource::id, _ -> new ItemDecision(true, "granted")));
        return new PolicyDecision.Allow(reason, false, obligations, items, List.of("rule.one"), provenance());
    }

    static PolicyDecision deny() {
        return new PolicyDecision.Deny("not_your_department", List.of("rule.two"), provenance());
    }

    static PolicyDecision undecided(String reason) {
        return new PolicyDecision.Undecided(reason, provenance());
    }

    private static Provenance provenance() {
        return new Provenance(
                "fake",
                "r1",
                Digest.of("bundle"),
                "writ/authz/decision",
                PolicyInput.of(Json.createObjectBuilder().add("asked", true).build()),
                Optional.of(Digest.of("result")),
                Explanation.UNASKED,
                1);
    }
}

package io.writ.governance.policy;

import io.writ.evidence.Digest;
import io.writ.governance.Explanation;
import io.writ.governance.RuleResult;
import io.writ.governance.policy.bundle.PolicySnapshot;
import io.writ.governance.policy.engine.PolicyEngine;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** A policy that refuses everything and explains it by whatever labels it was shown: the worst that one can tell. */
public final class TellingPolicy {

    private TellingPolicy() {}

    public static PolicyDecisionPoint decisionPoint() {
        PolicySnapshot snapshot = new PolicySnapshot.Loaded(new Engine(), "1", Digest.of("bundle"), Asking.NOW);
        return new SnapshotDecisionPoint(() -> snapshot, ShippedPolicy.UNHURRIED);
    }

    public static PolicyRequest call(String operator, Resource resource) {
        return Asking.call(Asking.principal("developer"), operator, resource);
    }

    public static PolicyRequest release(List<Resource> items) {
        return Asking.release(Asking.principal("developer"), items);
    }

    /** How it explains a refusal. */
    public static Explanation seen(String collection, String classification) {
        return new Explanation.Traced(
                List.of(new RuleResult(collection, classification, true, true, List.of("/resource"))), false);
    }

    private record Engine() implements PolicyEngine {

        @Override
        public String name() {
            return "telling";
        }

        @Override
        public Optional<PolicyEngine> aside() {
            return Optional.of(this);
        }

        @Override
        public JsonObject data() {
            return Asking.json(
                    "{'writ':{'authz':{'explainable':[{'pointer':'/purpose','change':'set','values':['any']}]}}}");
        }

        @Override
        public Answer evaluate(JsonObject input) {
            JsonObject resource = input.containsKey("resource") ? input.getJsonObject("resource") : input;
            String reason = resource.getString("id", "").startsWith("people/salary")
                            && !resource.getString("classification").equals("restricted")
                    ? "other"
                    : "refused";
            return new Answer.Document(
                    name(),
                    Asking.json("{'allow':false,'reason':'" + reason + "','rules':[]}"),
                    seen(resource.getString("collection", ""), resource.getString("classification", "")));
        }
    }
}

package io.writ.governance.policy;

import io.writ.governance.policy.engine.PolicyFailure;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads the decision document that {@code opa/schemas/decision.json} describes. Whatever is not exactly that is
 * Undecided, never a permission with parts missing.
 */
final class DecisionReader {

    private static final Set<String> KNOWN =
            Set.of("allow", "cacheable", "reason", "rules", "obligations", "items", "narrowing");

    /** Stands last among the rules of a denial that an approval would have turned into a permission. */
    private static final String APPROVAL_RULE = "obligation.approval";

    private DecisionReader() {}

    static PolicyDecision read(JsonValue document, Provenance provenance) {
        try {
            AnswerMembers answer = AnswerMembers.of(document).nothingBeside(KNOWN, PolicyFailure.MALFORMED);
            return answer.truth("allow") ? permission(answer, provenance) : refusal(answer, provenance);
        } catch (UnusableAnswer unusable) {
            return new PolicyDecision.Undecided(unusable.failure().code(), provenance);
        }
    }

    private static PolicyDecision refusal(AnswerMembers answer, Provenance provenance) {
        return new PolicyDecision.Deny(answer.name("reason"), rules(answer), provenance);
    }

    private static PolicyDecision permission(AnswerMembers answer, Provenance provenance) {
        AnswerMembers obliged = answer.object("obligations");
        PolicyDecision.Allow allow = new PolicyDecision.Allow(
                answer.name("reason"),
                answer.truth("cacheable"),
                ObligationReader.read(obliged, narrowing(answer)),
                items(answer.object("items")),
                rules(answer),
                provenance);
        return ObligationReader.approvers(obliged).isEmpty() ? allow : unapproved(allow);
    }

    /** Nobody can approve anything in this version, so what needs an approval is denied, and says so. */
    private static PolicyDecision unapproved(PolicyDecision.Allow allow) {
        List<String> rules =
                Stream.concat(allow.rules().stream(), Stream.of(APPROVAL_RULE)).toList();
        return new PolicyDecision.Deny(PolicyFailure.OBLIGATION_UNSUPPORTED.code(), rules, allow.provenance());
    }

    private static List<String> rules(AnswerMembers answer) {
        return answer.texts("rules");
    }

    private static Optional<JsonObject> narrowing(AnswerMembers answer) {
        if (!answer.has("narrowing")) {
            return Optional.empty();
        }
        if (answer.value("narrowing") instanceof JsonObject advice) {
            return Optional.of(advice);
        }
        throw new UnusableAnswer(PolicyFailure.MALFORMED, "narrowing");
    }

    private static Map<String, ItemDecision> items(AnswerMembers items) {
        Map<String, ItemDecision> decisions = new TreeMap<>();
        items.names().forEach(id -> decisions.put(id, item(items.object(id))));
        return decisions;
    }

    private static ItemDecision item(AnswerMembers item) {
        item.nothingBeside(Set.of("allow", "reason"), PolicyFailure.MALFORMED);
        return new ItemDecision(item.truth("allow"), item.name("reason"));
    }
}

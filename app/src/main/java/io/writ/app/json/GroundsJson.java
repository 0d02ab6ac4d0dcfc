package io.writ.app.json;

import io.writ.governance.Explanation;
import io.writ.governance.Grounds;
import io.writ.governance.LeastChange;
import io.writ.governance.LeastChange.Change;
import io.writ.governance.RuleResult;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** How a decision came about, as every surface shows it: {@code explanation}, and {@code least_change} where there is one. */
public final class GroundsJson {

    private GroundsJson() {}

    /** Adds both members. */
    public static void add(JsonObjectBuilder body, Grounds grounds) {
        body.add("explanation", explanation(grounds.explanation()));
        grounds.leastChange().ifPresent(change -> body.add("least_change", leastChange(change)));
    }

    public static JsonObjectBuilder explanation(Explanation explanation) {
        return switch (explanation) {
            case Explanation.Traced(var rules, var truncated) -> traced(rules, truncated);
            case Explanation.Opaque(var reason) -> JsonBuilders.object().add("opaque", reason);
        };
    }

    private static JsonObjectBuilder traced(List<RuleResult> rules, boolean truncated) {
        JsonArrayBuilder array = JsonBuilders.array();
        rules.forEach(rule -> array.add(JsonBuilders.object()
                .add("rule", rule.rule())
                .add("location", rule.location())
                .add("matched", rule.matched())
                .add("contributed", rule.contributed())
                .add("reads", JsonBuilders.array(rule.reads()))));
        return JsonBuilders.object().add("rules", array).add("truncated", truncated);
    }

    private static JsonObjectBuilder leastChange(LeastChange change) {
        JsonArrayBuilder alternatives = JsonBuilders.array();
        change.alternatives().forEach(together -> {
            JsonArrayBuilder changes = JsonBuilders.array();
            together.forEach(each -> changes.add(change(each)));
            alternatives.add(changes);
        });
        return JsonBuilders.object().add("alternatives", alternatives).add("complete", change.complete());
    }

    private static JsonObjectBuilder change(Change change) {
        JsonObjectBuilder json = JsonBuilders.object().add("pointer", change.pointer());
        change.from().ifPresent(from -> json.add("from", from));
        change.to().ifPresent(to -> json.add("to", to));
        return json;
    }
}

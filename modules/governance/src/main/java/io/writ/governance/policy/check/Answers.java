package io.writ.governance.policy.check;

import io.writ.governance.policy.rego.Evaluation;
import io.writ.governance.policy.rego.EvaluationLimits;
import io.writ.governance.policy.rego.RegoPlan;
import io.writ.governance.policy.rego.value.RegoValue;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Asks the policy itself, and notes ordinary questions that it does not answer as it has to. */
final class Answers {

    /** The shipped policy and catalogue need some thousand questions; beyond this a check would take minutes. */
    static final int QUESTIONS_MAX = 200_000;

    private final RegoPlan plan;
    private final SchemaNode schema;
    private final Set<Finding> findings = new TreeSet<>();
    private final Effort effort;
    private int asked;

    Answers(RegoPlan plan, SchemaNode schema, Effort effort) {
        this.plan = plan;
        this.schema = schema;
        this.effort = effort;
    }

    /** True when policy permits it. */
    boolean permits(Asker asker, String action, JsonObject own) {
        if (!hasRoom()) {
            return false;
        }
        asked++;
        JsonObject question = asker.question(action, own);
        Evaluation answer = plan.evaluate(PlanCheck.ENTRYPOINT, RegoValue.of(question), EvaluationLimits.STANDARD);
        return switch (answer) {
            case Evaluation.Defined(var value) -> permits(asker, action, value.toJson());
            case Evaluation.Undefined _, Evaluation.SeveralResults _, Evaluation.Conflict _ -> {
                note(Severity.ERROR, asker, action, "ends as " + answer);
                yield false;
            }
            // Attributes are made up here: a real one may well be the number that a builtin wants.
            case Evaluation.BuiltinError _, Evaluation.BudgetExceeded _ -> {
                note(Severity.WARNING, asker, action, "ends as " + answer + " for made-up attributes");
                yield false;
            }
        };
    }

    private boolean permits(Asker asker, String action, JsonValue value) {
        if (!(value instanceof JsonObject answer) || !isTruth(answer.getOrDefault("allow", JsonValue.NULL))) {
            note(asker, action, "has no member allow that is true or false");
            return false;
        }
        unknown(schema, answer).forEach(name -> note(asker, action, "has the unknown member " + name));
        schema.member("obligations")
                .ifPresent(known -> unknown(known, Grants.object(answer, "obligations"))
                        .forEach(name -> note(asker, action, "obliges to the unknown " + name)));
        return answer.getBoolean("allow");
    }

    private static List<String> unknown(SchemaNode schema, JsonObject object) {
        return object.keySet().stream().filter(schema::excludes).toList();
    }

    private static boolean isTruth(JsonValue value) {
        return value.equals(JsonValue.TRUE) || value.equals(JsonValue.FALSE);
    }

    private void note(Asker asker, String action, String what) {
        note(Severity.ERROR, asker, action, what);
    }

    private void note(Severity severity, Asker asker, String action, String what) {
        findings.add(new Finding(
                severity,
                Codes.UNDEFINED_ANSWER,
                PlanCheck.ENTRYPOINT,
                "policy:0",
                "the answer to " + action + " by " + asker.told() + " " + what
                        + ", and would be a refusal; see opa/schemas/decision.json for what an answer has"));
    }

    boolean hasRoom() {
        return asked < QUESTIONS_MAX && effort.hasTime();
    }

    List<Finding> findings() {
        return new ArrayList<>(findings);
    }
}

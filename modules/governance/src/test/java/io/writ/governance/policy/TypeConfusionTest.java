package io.writ.governance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Classification;
import io.writ.governance.policy.engine.PlanEngine;
import io.writ.governance.policy.rego.Evaluation;
import io.writ.governance.policy.rego.EvaluationLimits;
import io.writ.governance.policy.rego.RegoPlan;
import io.writ.governance.policy.rego.value.RegoValue;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value of another type than the shipped policy reckons with never turns a refusal into a permission. */
class TypeConfusionTest {

    private static final int QUESTIONS = 20_000;

    private static final RegoPlan PLAN = RegoPlan.load(
            Workspace.bytes(Workspace.OPA.resolve("dist/plan.json")),
            Workspace.json("opa/dist/data.json"),
            PlanEngine.ENTRYPOINT);

    private static boolean allows(JsonObject question) {
        return PLAN.evaluate(PlanEngine.ENTRYPOINT, RegoValue.of(question), EvaluationLimits.STANDARD)
                        instanceof Evaluation.Defined(RegoValue value)
                && value.toJson().asJsonObject().getBoolean("allow");
    }

    @Test
    void aConfusedQuestionIsNeverAllowedWhereTheQuestionWasNot() {
        RandomQuestions random = new RandomQuestions();
        int refused = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            JsonObject question = random.next();
            if (!allows(question)) {
                refused++;
                JsonObject confused = random.confused(question);
                assertThat(allows(confused)).as("%s", confused).isFalse();
            }
        }
        assertThat(refused).isGreaterThan(QUESTIONS / 5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/action",
                "/operator",
                "/subject",
                "/subject/tenant",
                "/subject/roles",
                "/subject/roles/0",
                "/resource",
                "/resource/id",
                "/resource/kind",
                "/resource/classification",
                "/resource/fields",
                "/resource/fields/0",
                "/resource/filter_fields",
                "/resource/group_by"
            })
    void whatAPermissionRestsOnHasToBeOfItsType(String place) {
        JsonObject question = InputDocument.of(Asking.call(
                Asking.principal("analyst"), "fetch_rows", Asking.view("safe_coffees", Classification.PUBLIC, "name")));
        assertThat(allows(question)).isTrue();

        JsonPointer pointer = Json.createPointer(place);
        for (JsonValue misfit : RandomQuestions.misfits(pointer.getValue(question))) {
            JsonObject confused = pointer.replace(question, misfit);
            assertThat(allows(confused)).as("%s", confused).isFalse();
        }
    }
}

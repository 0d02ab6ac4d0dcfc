package io.writ.governance.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.evidence.Digest;
import io.writ.governance.policy.bundle.PolicySnapshot;
import io.writ.governance.policy.engine.PlanEngine;
import io.writ.governance.policy.engine.PolicyBundle;
import io.writ.governance.policy.engine.PolicyEngine;
import io.writ.governance.policy.engine.PolicyFailure;
import io.writ.governance.policy.rego.RegoPlanException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is deeper than the stack ends in a denial, wherever the depth comes from; the error itself never gets out. */
class PolicyDepthTest {

    /** Deeper than any stack of this size, and far from the budget of steps. */
    private static final int DEPTH = 30_000;

    private static final long STACK_BYTES = 512 * 1_024;

    private static final String WALK = """
            {'type': 'CallStmt', 'stmt': {'func': 'walk', 'args': [{'type': 'local', 'value': 3}], 'result': 6}}
            """;

    private static final String ALLOW = """
            {'type': 'AssignVarStmt', 'stmt': {'source': {'type': 'bool', 'value': true}, 'target': 4}}
            """;

    private static final String ANSWER = """
            {'type': 'MakeObjectStmt', 'stmt': {'target': 5}},
            {'type': 'ObjectInsertStmt', 'stmt': {'key': {'type': 'string_index', 'value': 0},
                'value': {'type': 'local', 'value': %d}, 'object': 5}},
            {'type': 'ResultSetAddStmt', 'stmt': {'value': 5}}
            """;

    @Test
    void aWalkThroughADocumentThatIsTooDeepIsADenial() throws Exception {
        PolicyEngine engine = engine(nesting(DEPTH) + WALK + "," + ALLOW + "," + ANSWER.formatted(4));

        assertUndecided(decided(engine));
    }

    @Test
    void anAnswerThatIsTooDeepIsADenial() throws Exception {
        PolicyEngine engine = engine(nesting(DEPTH) + ANSWER.formatted(3));

        assertUndecided(decided(engine));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 2_000, 3_000, 5_000, 8_000, 12_000})
    void anAnswerOfAnyDepthIsADocumentOrADenial(int depth) throws Exception {
        PolicyEngine engine = engine(nesting(depth) + ANSWER.formatted(3));

        PolicyEngine.Answer answer = onASmallStack(() -> engine.evaluate(JsonValue.EMPTY_JSON_OBJECT));

        if (answer instanceof PolicyEngine.Answer.Failed failed) {
            assertThat(failed.failure()).isEqualTo(PolicyFailure.BUDGET);
        }
    }

    @Test
    void anInputThatIsTooDeepIsADenial() throws Exception {
        JsonObject input = JsonValue.EMPTY_JSON_OBJECT;
        for (int i = 0; i < DEPTH; i++) {
            input = Json.createObjectBuilder().add("in", input).build();
        }
        JsonObject deepest = input;
        PolicyEngine engine = engine(ALLOW + "," + ANSWER.formatted(4));

        PolicyEngine.Answer answer = onASmallStack(() -> engine.evaluate(deepest));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        PolicyEngine.Answer.Failed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(PolicyFailure.BUDGET));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 5_000})
    void comprehensionsWithinEachOtherAreRefusedWithThePlanOrDenied(int depth) throws Exception {
        String nested =
                "{'type': 'NotStmt', 'stmt': {'block': {'stmts': [".repeat(depth) + ALLOW + "]}}}".repeat(depth);
        String statements = nested + "," + ALLOW + "," + ANSWER.formatted(4);

        if (depth > 1_000) {
            assertThatThrownBy(() -> onASmallStack(() -> engine(statements)))
                    .hasCauseInstanceOf(RegoPlanException.class);
        } else {
            assertThat(engine(statements).evaluate(JsonValue.EMPTY_JSON_OBJECT)).isNotNull();
        }
    }

    /** Statements that put an array into another, so many times. */
    private static String nesting(int depth) {
        StringBuilder statements = new StringBuilder("{'type': 'MakeArrayStmt', 'stmt': {'target': 3}},");
        for (int i = 0; i < depth; i++) {
            statements.append("""
                    {'type': 'MakeArrayStmt', 'stmt': {'target': 4}},
                    {'type': 'ArrayAppendStmt', 'stmt': {'value': {'type': 'local', 'value': 3}, 'array': 4}},
                    {'type': 'AssignVarStmt', 'stmt': {'source': {'type': 'local', 'value': 4}, 'target': 3}},
                    """);
        }
        return statements.toString();
    }

    private static PolicyEngine engine(String statements) {
        String plan = """
                {'static': {'strings': [{'value': 'result'}], 'builtin_funcs': [{'name': 'walk'}]}, 'funcs': {'funcs': []},
                 'plans': {'plans': [{'name': 'writ/authz/decision', 'blocks': [{'stmts': [%s]}]}]}}
                """.formatted(statements).replace('\'', '"');
        return PlanEngine.of(new PolicyBundle(
                "1+sha256:deep",
                Digest.of("deep"),
                JsonValue.EMPTY_JSON_OBJECT,
                JsonValue.EMPTY_JSON_OBJECT,
                plan.getBytes(StandardCharsets.UTF_8)));
    }

    private static PolicyDecision decided(PolicyEngine engine) throws Exception {
        PolicySnapshot snapshot = new PolicySnapshot.Loaded(engine, "1+sha256:deep", Digest.of("deep"), Asking.NOW);
        PolicyRequest question = Asking.opening(Asking.principal("developer"));
        return onASmallStack(() -> new SnapshotDecisionPoint(() -> snapshot).decide(question));
    }

    private static void assertUndecided(PolicyDecision decision) {
        assertThat(decision).isInstanceOf(PolicyDecision.Undecided.class);
        assertThat(decision.reason()).isEqualTo("policy.budget");
    }

    private static <T> T onASmallStack(Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        Thread thread = new Thread(null, future, "small stack", STACK_BYTES);
        thread.start();
        return future.get();
    }
}

package io.writ.governance.policy.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Small plans that would take all memory, were they compiled as they ask for it. */
class GreedyPlansTest {

    private static final int ARGUMENTS = 24;

    @Test
    @Timeout(60)
    void aFewKilobytesThatCallInTooManyWaysMakeFewFunctions() {
        String plan = waysMultiplied(ARGUMENTS);

        assertThat(plan.length()).isLessThan(200_000);
        assertThat(HandmadePlan.load(plan)
                        .trace("main", Plans.value("{}"), EvaluationLimits.STANDARD)
                        .evaluation())
                .isNotNull();
    }

    @Test
    @Timeout(60)
    void aPlanThatGrowsBeyondTheBoundIsRefused() {
        int rules = 1_500;
        StringJoiner functions = new StringJoiner(",");
        for (int i = 0; i < rules; i++) {
            functions.add(function("rule" + i, 2, "{'type': 'NopStmt', 'stmt': {}}")
                    .replace("'blocks'", "'path': ['rule" + i + "'], 'blocks'"));
        }
        StringJoiner calls = new StringJoiner(",");
        for (int i = 0; i < rules; i++) {
            calls.add(dot(0, 10 + i)).add("""
                    {'type': 'CallDynamicStmt', 'stmt': {'args': [%d, 1], 'result': 5,
                     'path': [{'type': 'local', 'value': 0}]}}""".formatted(10 + i));
        }
        String strings = "'strings': [{'value': 'result'}"
                + IntStream.range(0, rules)
                        .mapToObj(i -> ",{'value': 'k" + i + "'}")
                        .reduce("", String::concat) + "]";
        String plan = with(functions.toString(), numbered(calls.toString()))
                .replace("'strings': [{'value': 'result'}]", strings);

        assertThatExceptionOfType(RegoPlanException.class)
                .isThrownBy(() -> HandmadePlan.load(plan))
                .withMessageContaining("in so many ways");
    }

    @Test
    @Timeout(60)
    void aLongChainOfKeysDoesNotMakeLongerAndLongerPointers() {
        StringJoiner chain = new StringJoiner(",");
        for (int i = 0; i < 30_000; i++) {
            chain.add(dot(i == 0 ? 0 : 10 + i - 1, 10 + i));
        }

        assertThat(HandmadePlan.load(HandmadePlan.of(chain.toString())).entrypoints())
                .containsExactly("main");
        assertThat(IntStream.range(0, 10_000)
                        .boxed()
                        .reduce(Origin.INPUT, (origin, i) -> origin.child(Plans.value("'k'")), (a, b) -> a)
                        .pointers())
                .allSatisfy(pointer -> assertThat(pointer.length()).isLessThanOrEqualTo(512));
    }

    /** Each function calls the next with one argument more or less taken from the input: twice as many ways each. */
    private static String waysMultiplied(int arguments) {
        StringJoiner functions = new StringJoiner(",");
        for (int i = 0; i < arguments; i++) {
            String name = "f" + (i + 1);
            functions.add(function(
                    "f" + i,
                    arguments + 2,
                    i + 1 == arguments ? "{'type': 'NopStmt', 'stmt': {}}" : forked(name, i, arguments)));
        }
        StringJoiner first = new StringJoiner(",");
        for (int i = 0; i <= arguments; i++) {
            first.add("{'type': 'local', 'value': " + Math.min(i, 1) + "}");
        }
        return with(functions.toString(), call("f0", first + ",{'type': 'local', 'value': 1}"));
    }

    private static String forked(String next, int position, int arguments) {
        StringJoiner as = new StringJoiner(",");
        StringJoiner other = new StringJoiner(",");
        for (int i = 0; i < arguments + 2; i++) {
            as.add("{'type': 'local', 'value': " + i + "}");
            other.add("{'type': 'local', 'value': " + (i == position + 2 ? 0 : i) + "}");
        }
        return call(next, as.toString()) + "," + call(next, other.toString());
    }

    private static String call(String name, String arguments) {
        return "{'type': 'CallStmt', 'stmt': {'func': '" + name + "', 'result': 40, 'args': [" + arguments + "]}}";
    }

    private static String dot(int source, int target) {
        return """
                {'type': 'DotStmt', 'stmt': {'source': {'type': 'local', 'value': %d},
                 'key': {'type': 'string_index', 'value': 0}, 'target': %d}}""".formatted(source, target);
    }

    /** Gives each dot its own key. */
    private static String numbered(String calls) {
        StringBuilder numbered = new StringBuilder();
        int key = 0;
        int from = 0;
        String constant = "'string_index', 'value': 0";
        for (int at = calls.indexOf(constant); at >= 0; at = calls.indexOf(constant, from)) {
            numbered.append(calls, from, at).append("'string_index', 'value': ").append(++key);
            from = at + constant.length();
        }
        return numbered.append(calls.substring(from)).toString();
    }

    private static String function(String name, int parameters, String statements) {
        String locals = String.join(
                ",", IntStream.range(0, parameters).mapToObj(Integer::toString).toList());
        return "{'name': '" + name + "', 'params': [" + locals + "], 'return': 40, 'blocks': [{'stmts': [" + statements
                + "]}]}";
    }

    private static String with(String functions, String statements) {
        return HandmadePlan.of(statements).replace("{'funcs': []}", "{'funcs': [" + functions + "]}");
    }
}

package io.writ.governance.policy.rego;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan with anything unknown in it is refused when it is loaded, not when it is needed. */
class RefusedPlansTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'JumpStmt', 'stmt': {}} | unknown kind JumpStmt",
                "{'type': 'IsSetStmt', 'stmt': {'source': {'type': 'global', 'value': 1}}} | unknown type global",
                "{'type': 'CallStmt', 'stmt': {'func': 'http.send', 'args': [], 'result': 2}} | calls http.send",
                "{'type': 'BreakStmt', 'stmt': {'index': 1}} | leaves 2 blocks where 1 are open",
                "{'type': 'IsDefinedStmt', 'stmt': {'source': -1}} | the local -1",
                "{'type': 'IsDefinedStmt', 'stmt': {'source': 2000000000}} | the local 2000000000",
                "{'type': 'IsDefinedStmt', 'stmt': {}} | lacks the integer",
                "{'type': 'CallDynamicStmt', 'stmt': {'path': [], 'result': 2}} | with 0 arguments",
                "{'type': 'CallDynamicStmt', 'stmt': {'args': [0, 1, 2], 'path': [], 'result': 2}} | with 3 arguments",
                "{'type': 'WithStmt', 'stmt': {'local': 0, 'path': [9], 'value': {}}} | string 9 of 1"
            })
    void aStatementThatIsNotKnownIsRefused(String statement, String why) {
        String plan = HandmadePlan.of(statement);

        assertThatThrownBy(() -> HandmadePlan.load(plan))
                .isInstanceOf(RegoPlanException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'params': [], 'path': ['a'] | without input and data",
                "'params': [0], 'path': ['a'] | without input and data"
            })
    void aRuleThatTakesNoInputOrDataIsRefused(String layout, String why) {
        String rule = "{'name': 'a', " + layout + ", 'return': 2, 'blocks': []}";
        String plan = HandmadePlan.of("{'type': 'NopStmt', 'stmt': {}}")
                .replace("{'funcs': []}", "{'funcs': [" + rule + "]}");

        assertThatExceptionOfType(RegoPlanException.class)
                .isThrownBy(() -> HandmadePlan.load(plan))
                .withMessageContaining(why);
    }

    @Test
    void functionsThatCallEachOtherTooDeeplyAreRefusedAndNoError() {
        int depth = 20_000;
        StringBuilder chain = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            chain.append(i == 0 ? "" : ",")
                    .append("{'name': 'f")
                    .append(i)
                    .append("', 'params': [0, 1], 'return': 2, 'blocks': [{'stmts': [");
            chain.append(i + 1 == depth ? "" : call("f" + (i + 1))).append("]}]}");
        }
        String plan = HandmadePlan.of(call("f0")).replace("{'funcs': []}", "{'funcs': [" + chain + "]}");

        assertThatExceptionOfType(RegoPlanException.class)
                .isThrownBy(() -> HandmadePlan.load(plan))
                .withMessageContaining("too deeply");
    }

    private static String call(String name) {
        return "{'type': 'CallStmt', 'stmt': {'func': '" + name + "', 'result': 3, 'args': ["
                + "{'type': 'local', 'value': 0}, {'type': 'local', 'value': 1}]}}";
    }

    @Test
    void aBuiltinThatIsDeclaredButNotAvailableIsNamed() {
        String plan = HandmadePlan.of("{'type': 'NopStmt', 'stmt': {}}")
                .replace("'strings'", "'builtin_funcs': [{'name': 'time.now_ns'}], 'strings'");

        assertThatExceptionOfType(RegoPlanException.class)
                .isThrownBy(() -> HandmadePlan.load(plan))
                .withMessageContaining("time.now_ns")
                .withMessageContaining("--capabilities");
    }

    @Test
    void aPlanWithoutTheEntryPointThatWillBeAskedForIsRefused() {
        assertThatExceptionOfType(RegoPlanException.class)
                .isThrownBy(() -> RegoPlan.load(Plans.planJson(), Plans.DATA, "writ/authz/decision"))
                .withMessageContaining("writ/authz/decision");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"[]", "{'static': 1}", "{'a': 1, 'a': 2}", "nonsense"})
    void whatIsNoPlanIsRefused(String plan) {
        assertThatExceptionOfType(RegoPlanException.class).isThrownBy(() -> HandmadePlan.load(plan));
    }
}

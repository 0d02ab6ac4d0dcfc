package io.writ.governance.policy.rego;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of statement means, by rules that compile to it. */
class StatementsTest {

    private static final String INPUT = """
            {'level': 3, 'roles': ['reader', 'writer'], 'pair': ['a', 'b'], 'word': 'Word', 'action': 'read',
             'act': {'who': 'ann', 'what': 'read'},
             'items': [{'name': 'x', 'group': 'g', 'size': 1}, {'name': 'y', 'group': 'g', 'size': 2},
                       {'name': '_z', 'group': 'h', 'size': 3}]}
            """;

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "allowed         | true",
                "names           | ['x', 'y']",
                "by_name         | {'_z': 3, 'x': 1, 'y': 2}",
                "graded          | 'middle'",
                "nested          | {'g': {'x': 1, 'y': 2}, 'h': {'_z': 3}}",
                "pairs           | [[0,'reader',null,{'n':1.5},[0]], [1,'writer',null,{'n':1.5},[1]]]",
                "every_small     | true",
                "unpacked        | ['a', 'b']",
                "unpacked_object | 'ann'",
                "replaced        | true",
                "mocked          | 'WORD'",
                "lowered         | 'word'",
                "dispatched      | 'reads'",
                "doubled         | 6",
                "scores          | {'base': 7, 'level': 3}",
                "same            | true"
            })
    void aRuleHasTheValueThatOpaGivesIt(String rule, String expected) {
        Evaluation evaluation = Plans.evaluate("statements/" + rule, INPUT);

        assertThat(evaluation)
                .isInstanceOfSatisfying(
                        Evaluation.Defined.class,
                        defined -> assertThat(
                                        Plans.value(defined.value().toJson().toString()))
                                .isEqualTo(Plans.value(expected)));
    }

    @ParameterizedTest(name = "{0} is undefined")
    @CsvSource({"every_small", "unpacked", "unpacked_object", "lowered", "dispatched", "doubled", "same"})
    void aRuleWhoseInputIsMissingIsUndefined(String rule) {
        assertThat(Plans.evaluate("statements/" + rule, "{}")).isEqualTo(new Evaluation.Undefined());
    }

    @Test
    void aDefaultIsGivenWhereNoRuleApplies() {
        assertThat(Plans.evaluate("statements/allowed", "{'level': 1, 'roles': ['reader']}"))
                .isEqualTo(new Evaluation.Defined(Plans.value("false")));
    }

    @Test
    void theValueOfAPackageIsItsRulesOverItsData() {
        Evaluation evaluation = Plans.evaluate("statements", INPUT);

        assertThat(evaluation)
                .isInstanceOfSatisfying(
                        Evaluation.Defined.class,
                        defined -> assertThat(defined.value().toJson().asJsonObject())
                                .containsKeys("allowed", "names", "scores"));
    }

    @Test
    void aStatementThatDoesNothingDoesNothing() {
        String plan = HandmadePlan.of("{'type': 'NopStmt', 'stmt': {'file': 0, 'row': 0, 'col': 0}}");

        assertThat(HandmadePlan.evaluate(plan)).isEqualTo(new Evaluation.Defined(Plans.value("1")));
    }
}

package io.writ.governance.policy.rego;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an evaluation says of its rules; the rows are those of {@code traces.rego}. */
class TraceTest {

    private static final String INPUT = """
            {'subject': {'id': 'ann', 'roles': ['reader']}, 'action': 'read', 'level': 3,
             'fields': [{'name': 'a', 'public': true}, {'name': 'b', 'owner': 'ann'}],
             'table': {'k': 1}, 'key': 'k', 'a/b': {'list': [4]}, 'other': {'subject': {'id': 'bob'}}}
            """;

    private static List<String> trace(String rule, String input) {
        return Plans.plan().trace(rule, Plans.value(input), EvaluationLimits.STANDARD).rules().stream()
                .map(TraceTest::line)
                .toList();
    }

    private static List<String> traced(String rule) {
        return trace("traces/" + rule, INPUT);
    }

    private static String line(RuleTrace rule) {
        String part = rule.contributed() ? "contributed" : rule.matched() ? "matched" : "failed";
        return rule.rule() + " " + rule.location().replace("traces.rego:", "") + " " + part + " " + rule.reads();
    }

    @Test
    void eachBodyThatRanIsThereInTheOrderOfItsFirstRun() {
        assertThat(traced("decision"))
                .containsExactly(
                        "traces.decision 6 contributed [/action, /fields, /fields/*]",
                        "traces.subject_known 17 contributed [/subject/id]",
                        "traces.subject 15 contributed [/subject]",
                        "traces.may 19 contributed [/action]",
                        "traces.may 21 failed [/subject/extra]",
                        "traces.blocked 23 failed [/subject/blocked]",
                        "traces.blocked 25 failed [/subject/roles/*]",
                        "traces.visible 35 contributed [/fields/*/public]",
                        "traces.visible 37 contributed [/fields/*/owner, /subject/id]",
                        "traces.fields 30 contributed [/fields/*/name]");
    }

    @Test
    void aDefaultIsABodyAndWhatFailedBeforeItHasContributedNothing() {
        assertThat(trace("traces/decision", "{'subject': {'id': 7}}"))
                .containsExactly(
                        "traces.decision 6 failed []",
                        "traces.subject_known 17 failed [/subject/id]",
                        "traces.subject 15 matched [/subject]",
                        "traces.decision 4 contributed []");
    }

    @Test
    void ofAnElseChainOnlyTheBranchesThatHadTheirTurnAreThere() {
        assertThat(traced("graded"))
                .containsExactly("traces.graded 39 failed [/level]", "traces.graded 41 contributed [/level]");
    }

    @Test
    void whatMatchedInABodyThatFailedAndUnderANegationHasNotContributed() {
        assertThat(traced("attempted"))
                .containsExactly(
                        "traces.attempted 50 contributed []",
                        "traces.failing 45 failed [/never]",
                        "traces.graded 39 failed [/level]",
                        "traces.graded 41 matched [/level]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "picked         | traces.picked 52 contributed [/key, /table/*]",
                "first          | traces.first 54 contributed [/a~1b/list/0]",
                "marshalled     | traces.marshalled 56 contributed [/subject]",
                "by_owner       | traces.by_owner 64 contributed [/fields/*/name, /fields/*/owner]",
                "called_by_name | traces.called_by_name 62 contributed [/action]"
            })
    void aPointerSaysAsMuchAsIsKnownBeforeTheRun(String rule, String first) {
        assertThat(traced(rule)).first().isEqualTo(first);
    }

    @Test
    void aRuleFoundByNameIsTraced() {
        assertThat(traced("called_by_name")).last().isEqualTo("actions.read actions.rego:3 contributed []");
    }

    @Test
    void underAnotherInputThePointersAreThoseOfTheRealOne() {
        assertThat(traced("replaced"))
                .containsExactly(
                        "traces.replaced 58 contributed [/other]",
                        "traces.subject_known 17 contributed [/other/subject/id]",
                        "traces.subject 15 contributed [/other/subject]");
    }

    @Test
    void aMemoisedRuleContributesToEachBodyThatAskedForIt() {
        assertThat(traced("counted"))
                .containsExactly(
                        "traces.counted 60 contributed [/fields/*]",
                        "traces.visible 35 contributed [/fields/*/public]",
                        "traces.visible 37 contributed [/fields/*/owner, /subject/id]",
                        "traces.subject 15 contributed [/subject]");
    }

    @Test
    void aConflictLeavesItsTraceAndNothingHasContributed() {
        TracedEvaluation traced =
                Plans.plan().trace("faults/two_values", Plans.value("{'a': 1, 'b': 1}"), EvaluationLimits.STANDARD);

        assertThat(traced.evaluation()).isInstanceOf(Evaluation.Conflict.class);
        assertThat(traced.rules().stream().map(TraceTest::line))
                .containsExactly(
                        "faults.two_values faults.rego:4 matched [/a]", "faults.two_values faults.rego:6 matched [/b]");
    }

    @Test
    void aBudgetThatRunsOutEndsTheTrace() {
        TracedEvaluation traced = Plans.plan().trace("faults/never_ends", Plans.value("{}"), EvaluationLimits.STANDARD);

        assertThat(traced.evaluation()).isEqualTo(new Evaluation.BudgetExceeded(Evaluation.Budget.STEPS));
        assertThat(traced.rules().stream().map(TraceTest::line))
                .containsExactly("faults.never_ends faults.rego:12 failed []");
    }

    @Test
    void anUndefinedResultHasATrace() {
        assertThat(trace("faults/absent", "{'nobody': {'has': 1}}"))
                .containsExactly("faults.absent faults.rego:22 failed [/nobody/has/this]");
        assertThat(trace("faults/absent", "{'nobody': 3}"))
                .containsExactly("faults.absent faults.rego:22 failed [/nobody/has]");
    }

    @Test
    void moreRulesThanAnExplanationHoldsAreCutOffAndThatIsSaid() {
        TracedEvaluation traced = HandmadePlan.load(HandmadePlan.withRules(TracedEvaluation.RULES_MAX + 1))
                .trace("main", Plans.value("{}"), EvaluationLimits.STANDARD);

        assertThat(traced.rules()).hasSize(TracedEvaluation.RULES_MAX);
        assertThat(traced.truncated()).isTrue();
    }

    @Test
    void aFunctionThatIsLaidOutInAnUnknownWayCountsAsOneBody() {
        TracedEvaluation traced = HandmadePlan.load(HandmadePlan.withRules(1))
                .trace("main", Plans.value("{'x': 1}"), EvaluationLimits.STANDARD);

        assertThat(traced.rules()).containsExactly(new RuleTrace("rule0", "policy:0", true, true, List.of("/result")));
        assertThat(Stream.of(traced.truncated())).containsExactly(false);
    }
}

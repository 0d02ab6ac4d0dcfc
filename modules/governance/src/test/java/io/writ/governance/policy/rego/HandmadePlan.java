package io.writ.governance.policy.rego;

import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** A plan in which some statements run before an entry point {@code main} answers 1. */
final class HandmadePlan {

    private static final String END = """
            {'type': 'MakeNumberIntStmt', 'stmt': {'value': 1, 'target': 3, 'file': 0, 'row': 0}},
            {'type': 'MakeObjectStmt', 'stmt': {'target': 4, 'file': 0, 'row': 0}},
            {'type': 'ObjectInsertStmt', 'stmt': {'key': {'type': 'string_index', 'value': 0},
                'value': {'type': 'local', 'value': 3}, 'object': 4, 'file': 0, 'row': 0}},
            {'type': 'ResultSetAddStmt', 'stmt': {'value': 4, 'file': 0, 'row': 0}}
            """;

    private HandmadePlan() {}

    static String of(String statements) {
        return """
                {'static': {'strings': [{'value': 'result'}]}, 'funcs': {'funcs': []},
                 'plans': {'plans': [{'name': 'main', 'blocks': [{'stmts': [%s, %s]}]}]}}
                """.formatted(statements, END);
    }

    /** Adds a second, different result. */
    static String withTwoResults() {
        return of(END.strip().replace("'value': 1,", "'value': 2,"));
    }

    /** Calls so many rules, each of which asks for {@code input.result} and returns true whatever comes of it. */
    static String withRules(int count) {
        StringJoiner rules = new StringJoiner(",");
        StringJoiner calls = new StringJoiner(",");
        for (int i = 0; i < count; i++) {
            rules.add("""
                    {'name': 'g0.data.rule%d', 'params': [0, 1], 'return': 2, 'path': ['g0', 'rule%d'], 'blocks': [
                     {'stmts': [{'type': 'DotStmt', 'stmt': {'source': {'type': 'local', 'value': 0},
                       'key': {'type': 'string_index', 'value': 0}, 'target': 4}}]},
                     {'stmts': [{'type': 'AssignVarStmt', 'stmt': {'source': {'type': 'bool', 'value': true}, 'target': 2}},
                       {'type': 'ReturnLocalStmt', 'stmt': {'source': 2}}]}]}
                    """.formatted(i, i));
            calls.add("""
                    {'type': 'CallStmt', 'stmt': {'func': 'g0.data.rule%d', 'result': 5, 'args': [
                      {'type': 'local', 'value': 0}, {'type': 'local', 'value': 1}]}}
                    """.formatted(i));
        }
        return of(calls.toString()).replace("{'funcs': []}", "{'funcs': [" + rules + "]}");
    }

    static RegoPlan load(String plan) {
        return RegoPlan.load(plan.replace('\'', '"').getBytes(StandardCharsets.UTF_8), JsonValue.EMPTY_JSON_OBJECT);
    }

    static Evaluation evaluate(String plan) {
        return load(plan).evaluate("main", Plans.value("{}"), EvaluationLimits.STANDARD);
    }
}

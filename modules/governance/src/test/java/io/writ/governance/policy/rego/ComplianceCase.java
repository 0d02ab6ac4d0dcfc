package io.writ.governance.policy.rego;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One case of OPA's own suite, and how it is turned into a plan: its query becomes a rule. */
record ComplianceCase(String group, JsonObject json) {

    static final String ENTRYPOINT = "compliance_query/results";

    /** The input of a case that writes it as a term of Rego, which may hold what JSON cannot say. */
    static final String INPUT = "compliance_query/input_term";

    String note() {
        return json.getString("note");
    }

    List<String> modules() {
        return json.containsKey("modules") && json.get("modules") instanceof JsonArray modules
                ? modules.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()
                : List.of();
    }

    JsonObject data() {
        return json.get("data") instanceof JsonObject data ? data : JsonValue.EMPTY_JSON_OBJECT;
    }

    boolean wants(String member) {
        return json.containsKey(member) && json.get(member).getValueType() != JsonValue.ValueType.NULL;
    }

    String wantedErrorCode() {
        return json.getString("want_error_code", "");
    }

    boolean wantsError() {
        return wants("want_error_code") || wants("want_error");
    }

    /** Results may come in any order when the case says so, or when they come out of a set. */
    JsonArray wantedResults() {
        return json.getJsonArray("want_result");
    }

    /** The rule that collects the bindings of the query. */
    String queryModule() {
        Set<String> variables = new TreeSet<>();
        if (wants("want_result")) {
            wantedResults().getValuesAs(JsonObject.class).forEach(bindings -> variables.addAll(bindings.keySet()));
        }
        String bindings = variables.stream()
                .map(variable -> "\"" + variable + "\": " + variable)
                .collect(Collectors.joining(", ", "{", "}"));
        return "package compliance_query\n\nresults contains " + bindings + " if {\n\t" + query() + "\n}\n"
                + (hasInputTerm() ? "\ninput_term := " + inputTerm() + "\n" : "");
    }

    /** A query for all of data would include the rule that asks it. */
    private String query() {
        String query = json.getString("query");
        if (!query.matches("\\s*data\\s*=\\s*x\\s*")
                || !wants("want_result")
                || wantedResults().isEmpty()) {
            return query;
        }
        JsonObject wanted = wantedResults().getJsonObject(0).getJsonObject("x");
        return wanted.keySet().stream()
                .map(name -> "\"" + name + "\": data." + name)
                .collect(Collectors.joining(", ", "x = {", "}"));
    }

    boolean hasInputTerm() {
        return wants("input_term");
    }

    String inputTerm() {
        return json.getString("input_term");
    }

    static JsonObject parse(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}

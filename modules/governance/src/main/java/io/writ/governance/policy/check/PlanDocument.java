package io.writ.governance.policy.check;

import io.writ.evidence.SharedJson;
import io.writ.governance.policy.rego.RegoPlanException;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The text of a plan. The evaluator has compiled it before, so its form is right. */
final class PlanDocument {

    /**
     * A function or a rule.
     *
     * @param parameters locals for input, data and the arguments
     */
    record Function(String name, String rule, List<Integer> parameters, JsonArray blocks, int result) {
        Function {
            parameters = List.copyOf(parameters);
        }
    }

    private final List<String> strings;
    private final List<String> files;
    private final Map<String, Function> functions = new LinkedHashMap<>();
    private final JsonObject root;

    private PlanDocument(JsonObject root) {
        this.root = root;
        this.strings = constants("strings");
        this.files = constants("files");
        for (JsonObject json : root.getJsonObject("funcs").getJsonArray("funcs").getValuesAs(JsonObject.class)) {
            Function function = function(json);
            functions.put(function.name(), function);
        }
    }

    static PlanDocument parse(byte[] plan) {
        try (JsonReader reader = SharedJson.PROVIDER.createReader(new ByteArrayInputStream(plan))) {
            return new PlanDocument(reader.readObject());
        } catch (JsonException | ClassCastException | NullPointerException unreadable) {
            throw new RegoPlanException("the plan is not one that opa build -t plan writes", unreadable);
        }
    }

    private List<String> constants(String kind) {
        JsonValue list = root.getJsonObject("static").getOrDefault(kind, JsonValue.EMPTY_JSON_ARRAY);
        return list instanceof JsonArray array
                ? array.getValuesAs((JsonObject each) -> each.getString("value"))
                : List.of();
    }

    private static Function function(JsonObject json) {
        String name = json.getString("name");
        String rule = name.replaceFirst("^g[0-9]+\\.(data\\.)?", "");
        return new Function(
                name,
                rule,
                json.getJsonArray("params").getValuesAs(JsonNumber::intValue),
                json.getJsonArray("blocks"),
                json.getInt("return"));
    }

    Map<String, Function> functions() {
        return functions;
    }

    Optional<Function> function(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    /** True for the path of a rule, or of a package with rules: the compiler also looks for data there. */
    boolean isRule(String path) {
        return functions.values().stream()
                .map(function -> "data." + function.rule())
                .anyMatch(rule -> rule.equals(path) || rule.startsWith(path + "."));
    }

    /** What an entry point does. */
    Optional<JsonArray> entry(String entrypoint) {
        return root.getJsonObject("plans").getJsonArray("plans").getValuesAs(JsonObject.class).stream()
                .filter(plan -> plan.getString("name").equals(entrypoint))
                .findFirst()
                .map(plan -> plan.getJsonArray("blocks"));
    }

    String string(int index) {
        return strings.get(index);
    }

    /** File and row of a statement. */
    String place(JsonObject statement) {
        int file = statement.getInt("file", -1);
        String name = file >= 0 && file < files.size() ? files.get(file) : "policy";
        return name + ":" + statement.getInt("row", 0);
    }

    /** The blocks of a statement, or the statements of a block; none where there are none. */
    static List<JsonObject> list(JsonObject json, String member) {
        return list(json.getOrDefault(member, JsonValue.NULL));
    }

    static List<JsonObject> list(JsonValue list) {
        return list instanceof JsonArray array ? array.getValuesAs(JsonObject.class) : List.of();
    }
}

package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.builtin.Builtins;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The list of builtins in OPA's format: those of the executable that we have too, one to a line, without prose. */
final class CapabilitiesFile {

    /** Called in policies, but gone from the plan: the compiler does them. */
    private static final Set<String> COMPILED_AWAY =
            Set.of("assign", "eq", "rego.metadata.chain", "rego.metadata.rule");

    private static final Set<String> PROSE = Set.of("description", "categories", "introduced", "available");

    private CapabilitiesFile() {}

    static SortedSet<String> supported(Set<String> ours) {
        SortedSet<String> all = new TreeSet<>(ours);
        all.addAll(COMPILED_AWAY);
        return all;
    }

    static SortedSet<String> names(String capabilities) {
        return builtins(capabilities).getValuesAs(JsonObject.class).stream()
                .map(builtin -> builtin.getString("name"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those that OPA itself marks as giving another answer another time. */
    static SortedSet<String> nonDeterministic(String capabilities) {
        return builtins(capabilities).getValuesAs(JsonObject.class).stream()
                .filter(builtin -> builtin.getBoolean("nondeterministic", false))
                .map(builtin -> builtin.getString("name"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonArray builtins(String capabilities) {
        return ComplianceCase.parse(capabilities).getJsonArray("builtins");
    }

    static String filtered(String capabilities) {
        Set<String> supported = supported(Builtins.names());
        JsonObject all = ComplianceCase.parse(capabilities);
        String builtins = builtins(capabilities).getValuesAs(JsonObject.class).stream()
                .filter(builtin -> supported.contains(builtin.getString("name")))
                .map(builtin -> "    " + withoutProse(builtin))
                .collect(Collectors.joining(",\n"));
        return "{\n  \"builtins\": [\n%s\n  ],\n  \"future_keywords\": %s,\n  \"features\": %s\n}\n"
                .formatted(builtins, all.get("future_keywords"), all.get("features"));
    }

    private static JsonValue withoutProse(JsonValue value) {
        return switch (value) {
            case JsonObject object -> {
                JsonObjectBuilder kept = Json.createObjectBuilder();
                object.forEach((name, member) -> {
                    if (!PROSE.contains(name)) {
                        kept.add(name, withoutProse(member));
                    }
                });
                yield kept.build();
            }
            case JsonArray array -> {
                JsonArrayBuilder kept = Json.createArrayBuilder();
                array.forEach(element -> kept.add(withoutProse(element)));
                yield kept.build();
            }
            default -> value;
        };
    }
}

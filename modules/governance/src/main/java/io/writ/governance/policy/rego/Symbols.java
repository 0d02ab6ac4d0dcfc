package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.builtin.Builtin;
import io.writ.governance.policy.rego.builtin.Builtins;
import io.writ.governance.policy.rego.builtin.RefusedBuiltins;
import io.writ.governance.policy.rego.value.RegoString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the statements of a plan refer to by number or name: constant strings, files, functions, builtins. */
final class Symbols {

    /** A function before its body is read. */
    record Signature(int index, int arity) {}

    private final List<RegoString> strings;
    private final List<String> files;
    private final Map<String, Signature> functions = new HashMap<>();

    Symbols(PlanJson plan) {
        PlanJson constants = plan.object("static");
        this.strings = constants.objects("strings").stream()
                .map(string -> RegoString.of(string.text("value")))
                .toList();
        this.files = constants.objects("files").stream()
                .map(file -> file.text("value"))
                .toList();
        refuseUnknownBuiltins(constants.objects("builtin_funcs").stream().map(builtin -> builtin.text("name")));
        for (PlanJson function : plan.object("funcs").objects("funcs")) {
            Signature signature =
                    new Signature(functions.size(), function.integers("params").size());
            if (functions.put(function.text("name"), signature) != null) {
                throw new RegoPlanException("the plan defines " + function.text("name") + " twice");
            }
        }
    }

    private static void refuseUnknownBuiltins(Stream<String> names) {
        List<String> unknown = names.filter(name -> Builtins.find(name) == null)
                .sorted()
                .map(Symbols::withReason)
                .toList();
        if (!unknown.isEmpty()) {
            throw new RegoPlanException("the policy calls builtins that are not available here: " + unknown
                    + "; build it with --capabilities opa/capabilities.json");
        }
    }

    private static String withReason(String name) {
        return RefusedBuiltins.reason(name)
                .map(reason -> name + " (" + reason + ")")
                .orElse(name);
    }

    RegoString string(int index) {
        if (index < 0 || index >= strings.size()) {
            throw new RegoPlanException("the plan refers to string " + index + " of " + strings.size());
        }
        return strings.get(index);
    }

    /** Where a statement stands, if the plan says so. */
    Location locationOf(PlanJson statement) {
        return statement.has("file") ? location(statement) : Location.UNKNOWN;
    }

    Location location(PlanJson statement) {
        int file = statement.integer("file");
        String name = file >= 0 && file < files.size() ? files.get(file) : "policy";
        return new Location(name, statement.integer("row"));
    }

    @Nullable
    Signature function(String name) {
        return functions.get(name);
    }

    Builtin builtin(String name) {
        Builtin builtin = Builtins.find(name);
        if (builtin == null) {
            throw new RegoPlanException("the plan calls " + name + ", which is neither a function of it nor a builtin");
        }
        return builtin;
    }
}

package io.writ.governance.policy.rego.builtin;

import static java.util.Map.entry;

import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoBoolean;
import io.writ.governance.policy.rego.value.RegoNull;
import io.writ.governance.policy.rego.value.RegoNumber;
import io.writ.governance.policy.rego.value.RegoObject;
import io.writ.governance.policy.rego.value.RegoSet;
import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import java.util.Map;

/** Type checks and conversions. */
final class Types {

    private Types() {}

    static Map<String, Builtin> family() {
        return Map.ofEntries(
                entry("type_name", call -> RegoString.of(call.any(0).typeName())),
                entry("is_null", is(RegoNull.class)),
                entry("is_boolean", is(RegoBoolean.class)),
                entry("is_number", is(RegoNumber.class)),
                entry("is_string", is(RegoString.class)),
                entry("is_array", is(RegoArray.class)),
                entry("is_object", is(RegoObject.class)),
                entry("is_set", is(RegoSet.class)),
                entry("to_number", Types::toNumber),
                entry("cast_array", call -> call.elements(0)),
                entry("cast_set", Types::castSet),
                entry("cast_string", cast(RegoString.class, "string")),
                entry("cast_boolean", cast(RegoBoolean.class, "boolean")),
                entry("cast_null", cast(RegoNull.class, "null")),
                entry("cast_object", cast(RegoObject.class, "object")));
    }

    private static Builtin is(Class<? extends RegoValue> type) {
        return call -> RegoBoolean.of(type.isInstance(call.any(0)));
    }

    private static Builtin cast(Class<? extends RegoValue> type, String name) {
        return call -> {
            if (type.isInstance(call.any(0))) {
                return call.any(0);
            }
            throw call.refused(0, name);
        };
    }

    private static RegoValue castSet(BuiltinCall call) {
        return call.any(0) instanceof RegoSet set
                ? set
                : RegoSet.of(call.array(0).slice(0, call.array(0).size()));
    }

    private static RegoValue toNumber(BuiltinCall call) {
        return switch (call.any(0)) {
            case RegoNull _ -> RegoNumber.ZERO;
            case RegoBoolean bool -> RegoNumber.of(bool.value() ? 1 : 0);
            case RegoNumber number -> number;
            case RegoString text -> NumberText.parse(text.value());
            case RegoArray _, RegoObject _, RegoSet _ ->
                throw call.refused(0, "one of {null, boolean, number, string}");
        };
    }
}

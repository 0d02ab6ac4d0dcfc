package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.JsonText;
import io.writ.governance.policy.rego.value.RegoBoolean;
import io.writ.governance.policy.rego.value.RegoObject;
import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;

/** JSON text to values and back. */
final class JsonCoding {

    private JsonCoding() {}

    static Map<String, Builtin> family() {
        return Map.of(
                "json.marshal", JsonCoding::marshal,
                "json.marshal_with_options", JsonCoding::marshalWithOptions,
                "json.unmarshal", call -> parsed(call, call.string(0)),
                "json.is_valid", JsonCoding::isValid);
    }

    private static RegoString marshal(BuiltinCall call) {
        String text = JsonText.of(call.any(0));
        call.meter().charge(text.length() / 16);
        call.meter().admit(text.length());
        return RegoString.of(text);
    }

    /** Pretty when told so, or when told how. */
    private static RegoString marshalWithOptions(BuiltinCall call) {
        RegoObject options = call.object(1);
        for (RegoValue option : options.keys()) {
            if (!(option instanceof RegoString name)
                    || !List.of("prefix", "indent", "pretty").contains(name.value())) {
                throw new BuiltinException("operand 2 object contained unknown key " + option);
            }
        }
        String prefix = option(options, "prefix", "");
        String indent = option(options, "indent", "\t");
        RegoValue pretty = options.member("pretty");
        if (pretty != null && !(pretty instanceof RegoBoolean)) {
            throw new BuiltinException("operand 2 key pretty failed cast to bool");
        }
        boolean wanted = pretty == null ? options.size() > 0 : pretty.equals(RegoBoolean.TRUE);
        String text = wanted ? prefix + JsonText.indented(call.any(0), prefix, indent) : JsonText.of(call.any(0));
        call.meter().charge(text.length() / 16);
        call.meter().admit(text.length());
        return RegoString.of(text);
    }

    private static String option(RegoObject options, String name, String usual) {
        return switch (options.member(name)) {
            case null -> usual;
            case RegoString text -> text.value();
            default -> throw new BuiltinException("operand 2 key " + name + " failed cast to string");
        };
    }

    private static RegoValue parsed(BuiltinCall call, String text) {
        call.meter().charge(text.length() / 16);
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return RegoValue.of(reader.readValue());
        } catch (JsonException | NumberFormatException | ArithmeticException malformed) {
            throw new BuiltinException("the text is no JSON value");
        }
    }

    private static RegoBoolean isValid(BuiltinCall call) {
        try {
            return RegoBoolean.of(call.any(0) instanceof RegoString text && parsed(call, text.value()) != null);
        } catch (BuiltinException malformed) {
            return RegoBoolean.FALSE;
        }
    }
}

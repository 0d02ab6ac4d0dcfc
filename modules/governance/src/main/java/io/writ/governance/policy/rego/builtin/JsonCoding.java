package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.JsonText;
import io.writ.governance.policy.rego.value.RegoBoolean;
import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Map;

/** JSON text to values and back. */
final class JsonCoding {

    private JsonCoding() {}

    static Map<String, Builtin> family() {
        return Map.of(
                "json.marshal", JsonCoding::marshal,
                "json.unmarshal", call -> parsed(call, call.string(0)),
                "json.is_valid", JsonCoding::isValid);
    }

    private static RegoString marshal(BuiltinCall call) {
        String text = JsonText.of(call.any(0));
        call.meter().charge(text.length() / 16);
        call.meter().admit(text.length());
        return RegoString.of(text);
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

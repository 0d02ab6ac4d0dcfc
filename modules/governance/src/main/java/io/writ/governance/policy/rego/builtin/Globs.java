package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoBoolean;
import io.writ.governance.policy.rego.value.RegoNull;
import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import java.util.Map;

/** Globs, run as regular expressions, so that no pattern can take more than linear time. */
final class Globs {

    private static final String SPECIAL = "*?\\[]{}";

    private Globs() {}

    static Map<String, Builtin> family() {
        return Map.of("glob.match", Globs::match, "glob.quote_meta", Globs::quoteMeta);
    }

    private static RegoBoolean match(BuiltinCall call) {
        String glob = call.string(0);
        String delimiters = delimiters(call);
        String text = call.string(2);
        call.meter().charge(text.length() / 8 + (long) glob.length());
        String expression = new GlobTranslation(glob, delimiters).expression();
        return RegoBoolean.of(
                call.meter().patterns().pattern(expression).matcher(text).matches());
    }

    /** Null means none; no delimiters at all means a dot. */
    private static String delimiters(BuiltinCall call) {
        if (call.any(1) instanceof RegoNull) {
            return "";
        }
        if (!(call.any(1) instanceof RegoArray listed)) {
            throw call.refused(1, "one of {array, null}");
        }
        StringBuilder delimiters = new StringBuilder();
        for (RegoValue delimiter : listed) {
            if (!(delimiter instanceof RegoString text)
                    || text.value().codePointCount(0, text.value().length()) != 1) {
                throw call.refused(1, "array of single characters");
            }
            delimiters.append(text.value());
        }
        return delimiters.isEmpty() ? "." : delimiters.toString();
    }

    private static RegoString quoteMeta(BuiltinCall call) {
        StringBuilder quoted = new StringBuilder();
        call.string(0).chars().forEach(unit -> {
            if (SPECIAL.indexOf(unit) >= 0) {
                quoted.append('\\');
            }
            quoted.append((char) unit);
        });
        return RegoString.of(quoted.toString());
    }
}

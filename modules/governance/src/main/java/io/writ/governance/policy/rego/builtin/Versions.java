package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.RegoBoolean;
import io.writ.governance.policy.rego.value.RegoNumber;
import io.writ.governance.policy.rego.value.RegoString;
import java.util.Locale;
import java.util.Map;

/** Semantic versions. */
final class Versions {

    private Versions() {}

    static Map<String, Builtin> family() {
        return Map.of("semver.compare", Versions::compare, "semver.is_valid", Versions::isValid);
    }

    private static RegoNumber compare(BuiltinCall call) {
        return RegoNumber.of(version(call, 0).compareTo(version(call, 1)));
    }

    private static SemanticVersion version(BuiltinCall call, int position) {
        String text = call.string(position);
        return SemanticVersion.parse(text)
                .orElseThrow(() -> new BuiltinException(
                        String.format(Locale.ROOT, "operand %d: string %s is not a valid SemVer", position + 1, text)));
    }

    private static RegoBoolean isValid(BuiltinCall call) {
        return RegoBoolean.of(call.any(0) instanceof RegoString text
                && SemanticVersion.parse(text.value()).isPresent());
    }
}

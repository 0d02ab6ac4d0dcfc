package io.writ.governance.posture;

import java.util.List;
import java.util.Optional;

/** Which of two values of a fact is the weaker one. */
final class Scale {

    /** Each from weak to strong. A value that stands on none of them is weaker than every other. */
    private static final List<List<String>> SCALES = List.of(
            List.of("false", "true"),
            List.of("inactive", "active"),
            List.of("open", "deny"),
            List.of("embedded", "deny"),
            List.of("allowed", "refused"));

    private Scale() {}

    static boolean isWeaker(String actual, String declared) {
        if (actual.equals(declared)) {
            return false;
        }
        Optional<List<String>> common = SCALES.stream()
                .filter(scale -> scale.contains(actual) && scale.contains(declared))
                .findFirst();
        return common.map(scale -> scale.indexOf(actual) < scale.indexOf(declared))
                .orElse(true);
    }
}

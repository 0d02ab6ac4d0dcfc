package io.writ.app.authzen;

import io.writ.app.json.JsonMembers;
import java.util.Arrays;
import java.util.Locale;

/** How far a list of questions is worked through. */
enum Semantic {
    EXECUTE_ALL,
    DENY_ON_FIRST_DENY,
    PERMIT_ON_FIRST_PERMIT;

    /** As the request's options say; all when they do not. */
    static Semantic in(JsonMembers body) {
        return body.optionalMembers("options")
                .flatMap(options -> options.optionalText("evaluations_semantic").map(name -> named(options, name)))
                .orElse(EXECUTE_ALL);
    }

    boolean isSettledBy(Verdict verdict) {
        return switch (this) {
            case EXECUTE_ALL -> false;
            case DENY_ON_FIRST_DENY -> !verdict.isPermit();
            case PERMIT_ON_FIRST_PERMIT -> verdict.isPermit();
        };
    }

    private static Semantic named(JsonMembers options, String name) {
        return Arrays.stream(values())
                .filter(semantic -> semantic.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> options.wrong(
                        "evaluations_semantic", "must be execute_all, deny_on_first_deny or permit_on_first_permit"));
    }
}

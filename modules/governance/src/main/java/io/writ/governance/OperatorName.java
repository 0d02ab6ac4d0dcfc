package io.writ.governance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The operators that exist. A name outside this list is refused before policy is asked. */
public enum OperatorName {
    SEARCH,
    FETCH_SPAN,
    LIST_VERSIONS,
    FETCH_ROWS,
    AGGREGATE;

    /** The path segment and policy name. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<OperatorName> named(String wireName) {
        return Arrays.stream(values())
                .filter(operator -> operator.wireName().equals(wireName))
                .findFirst();
    }
}

package io.writ.governance.policy.check;

import java.util.List;
import java.util.regex.Pattern;

/** How much it matters that data has another form than the schema of the grants. */
final class GrantForm {

    /** Without these there is nothing that the shipped rules could work with, so the data is for other rules. */
    private static final List<String> SHIPPED = List.of("classifications", "roles", "tenants");

    /**
     * Restrictions of a grant are optional, so one that is misspelled, or of another type, would be one that is not
     * there. What is lacking or has an unknown value grants nothing, and is seen when somebody misses it.
     */
    private static final Pattern OPENS = Pattern.compile("/roles/.* is (unknown|no \\w+)");

    private GrantForm() {}

    static Severity severity(Grants grants, String problem) {
        boolean shipped = SHIPPED.stream().noneMatch(name -> grants.part(name).isEmpty());
        return shipped && OPENS.matcher(problem).matches() ? Severity.ERROR : Severity.WARNING;
    }
}

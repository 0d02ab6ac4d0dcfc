package io.writ.governance.policy.check;

import io.writ.governance.policy.check.Grants.Grant;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Grants that add nothing to another one of the same role. A bound is no part of what is granted but of what is obliged,
 * and obligations add up: a grant with a bound of its own is never superfluous.
 */
final class Subsumption {

    private static final Set<String> BOUNDS = Set.of("max_rows", "min_group_size", "approval");

    private Subsumption() {}

    static List<Finding> findings(Grants grants, Effort effort) {
        List<Finding> findings = new ArrayList<>();
        List<Grant> all = grants.all();
        for (Grant narrow : all) {
            if (!effort.hasTime()) {
                findings.add(Finding.unproven(
                        narrow.where(), "there was no time to compare this grant and later ones with the others"));
                return findings;
            }
            all.stream()
                    .filter(wide -> wide.isSameKind(narrow) && wide.index() != narrow.index())
                    .filter(wide -> covers(grants, wide.json(), narrow.json()))
                    // Of two equal grants the first one counts.
                    .filter(wide -> wide.index() < narrow.index() || !covers(grants, narrow.json(), wide.json()))
                    .findFirst()
                    .ifPresent(wide -> findings.add(finding(narrow, wide)));
        }
        return findings;
    }

    private static Finding finding(Grant narrow, Grant wide) {
        return new Finding(
                Severity.WARNING,
                Codes.SHADOWED,
                narrow.rule(),
                narrow.where(),
                "the grant at " + wide.where() + " gives all of this; remove one of them");
    }

    private static boolean covers(Grants grants, JsonObject wide, JsonObject narrow) {
        return rank(grants, wide) >= rank(grants, narrow)
                && narrow.getString("prefix", "").startsWith(wide.getString("prefix", ""))
                && within(narrow, wide, "operators")
                && fields(wide, narrow)
                && restriction(wide, narrow, "purposes")
                && restriction(wide, narrow, "rows_where")
                && BOUNDS.stream().allMatch(bound -> same(wide, narrow, bound));
    }

    private static int rank(Grants grants, JsonObject grant) {
        return grants.part("classifications").getInt(grant.getString("ceiling", ""), Integer.MIN_VALUE);
    }

    private static boolean fields(JsonObject wide, JsonObject narrow) {
        boolean others = !narrow.containsKey("other_fields") || same(wide, narrow, "other_fields");
        return others && (Grants.texts(wide, "fields").contains("*") || within(narrow, wide, "fields"));
    }

    private static boolean within(JsonObject narrow, JsonObject wide, String member) {
        return new HashSet<>(Grants.texts(wide, member)).containsAll(Grants.texts(narrow, member));
    }

    /** A grant without the restriction has all that one with it has. */
    private static boolean restriction(JsonObject wide, JsonObject narrow, String member) {
        if (!wide.containsKey(member)) {
            return true;
        }
        return wide.get(member) instanceof JsonArray
                ? narrow.containsKey(member) && within(narrow, wide, member)
                : same(wide, narrow, member);
    }

    private static boolean same(JsonObject wide, JsonObject narrow, String member) {
        return Objects.equals(wide.get(member), narrow.get(member));
    }
}

package io.writ.governance.policy.check;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pointers in the data that lead into the input: one that leads nowhere would explain nothing. */
final class Pointers {

    private Pointers() {}

    static List<Finding> findings(Grants grants, SchemaNode input) {
        List<Finding> findings = new ArrayList<>();
        JsonArray declared = Grants.list(grants.authz(), "explainable");
        for (int i = 0; i < declared.size(); i++) {
            String where = Grants.where("explainable", Integer.toString(i));
            if (declared.get(i) instanceof JsonObject opening) {
                finding(opening.getString("pointer", ""), where, input).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Optional<Finding> finding(String pointer, String where, SchemaNode input) {
        Optional<SchemaNode> place = Optional.of(input);
        for (String step : pointer.replaceFirst("^/", "").split("/", -1)) {
            if (place.isPresent() && place.get().excludes(step)) {
                return Optional.of(new Finding(
                        Severity.ERROR,
                        Codes.UNKNOWN_INPUT,
                        "explainable",
                        where,
                        pointer + " leads to nothing that is ever part of a question; lead to one of "
                                + String.join(", ", place.get().members())));
            }
            place = place.flatMap(node -> node.member(step));
        }
        return Optional.empty();
    }
}

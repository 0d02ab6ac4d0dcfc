package io.writ.governance;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * A policy decision as a caller may see it.
 *
 * @param id of the recorded decision, empty for a simulation
 * @param allow whether policy allowed it
 * @param reason stable reason code
 * @param redaction allow_fields or deny_fields, empty when nothing is redacted
 * @param narrowing advice on what may be asked instead
 * @param rules ids of the rules that contributed, in the order of evaluation
 * @param grounds what this caller may be told about how it came about
 */
public record DecisionView(
        Optional<String> id,
        boolean allow,
        boolean cacheable,
        String reason,
        Optional<JsonObject> redaction,
        Optional<JsonObject> narrowing,
        List<String> rules,
        String policyRevision,
        Grounds grounds) {

    public DecisionView {
        rules = List.copyOf(rules);
    }
}

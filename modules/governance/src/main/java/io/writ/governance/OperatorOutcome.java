package io.writ.governance;

import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.TerminalMode;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** The answer to an operator call. It exists only after it was recorded. */
public sealed interface OperatorOutcome {

    /**
     * Data that policy allowed, redacted and recorded.
     *
     * @param result the wire form of PECR v1
     * @param units the evidence inside the result, empty for search and list_versions
     * @param decision the wire form of the policy decision: allow, cacheable, reason, redaction
     */
    record Answered(
            TerminalMode mode,
            JsonValue result,
            List<EvidenceUnit> units,
            Optional<String> summary,
            DecisionView decision,
            SpentView spent)
            implements OperatorOutcome {
        public Answered {
            units = List.copyOf(units);
        }
    }

    /** No data. */
    record Refused(Refusal refusal) implements OperatorOutcome {}
}

package io.writ.governance.redaction;

import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.Label;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** What became of a reading. */
public sealed interface Release {

    /**
     * The reading with every obligation carried out.
     *
     * @param result the wire form of PECR v1
     * @param units the evidence inside the result, empty for search and list_versions
     * @param summary one line for a reader, made of released content only
     * @param label join of the labels of everything that is released, previews included
     */
    record Released(JsonValue result, List<EvidenceUnit> units, Optional<String> summary, Label label)
            implements Release {
        public Released {
            units = List.copyOf(units);
        }
    }

    /**
     * An obligation could not be carried out; nothing may be released.
     *
     * @param obligation which one, such as {@code patterns} or {@code rows_max}
     * @param message one sentence for the caller, without content
     */
    record Unfulfillable(String obligation, String message) implements Release {}
}

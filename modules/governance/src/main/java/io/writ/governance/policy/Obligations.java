package io.writ.governance.policy;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What must be done with an allowed answer. An obligation that cannot be carried out is a denial.
 *
 * @param fields which JSON fields survive
 * @param patterns what is masked in text
 * @param filter which items may be touched at all; pushed into the read
 * @param rowsMax cap on rows, documents or groups
 * @param groupSizeMin groups smaller than this are withheld from aggregates
 * @param permitTtl how long the permit lives
 * @param narrowing advice on wording, passed to the caller
 */
public record Obligations(
        FieldRule fields,
        List<PatternMask> patterns,
        ItemFilter filter,
        OptionalInt rowsMax,
        OptionalInt groupSizeMin,
        Optional<Duration> permitTtl,
        Optional<JsonObject> narrowing) {

    /** Nothing to do, everything may be touched. */
    public static final Obligations NONE = new Obligations(
            new FieldRule.All(),
            List.of(),
            new ItemFilter.All(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty());

    public Obligations {
        patterns = List.copyOf(patterns);
    }
}

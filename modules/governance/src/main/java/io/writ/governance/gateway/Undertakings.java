package io.writ.governance.gateway;

import io.writ.governance.OperatorName;
import io.writ.governance.RefusalReason;
import io.writ.governance.policy.FieldRule;
import io.writ.governance.policy.ItemFilter;
import io.writ.governance.policy.Obligations;
import java.util.Optional;

/**
 * Which obligations somebody carries out, and where. An obligation that nobody carries out is a denial: policy asked
 * for it as the price of its permission.
 */
final class Undertakings {

    private Undertakings() {}

    /** What stands against a read under these obligations, before anything is read. */
    static Optional<Objection> forReading(OperatorName operator, Obligations obligations) {
        return switch (operator) {
            case AGGREGATE -> Optional.empty();
            case FETCH_ROWS -> groupSize(obligations);
            case SEARCH, FETCH_SPAN -> groupSize(obligations).or(() -> fieldsOfText(obligations));
            case LIST_VERSIONS ->
                groupSize(obligations)
                        .or(() -> fieldsOfText(obligations))
                        .or(() -> objection(obligations.rowsMax().isPresent(), "a cap on versions"));
        };
    }

    /** What stands against releasing found documents: which of them is said by the items, not by a filter. */
    static Optional<Objection> forRelease(Obligations obligations) {
        return groupSize(obligations)
                .or(() -> fieldsAtAll(obligations))
                .or(() -> objection(!(obligations.filter() instanceof ItemFilter.All), "a filter on a release"));
    }

    /** What stands against a step that shows no data, so that there is nothing to cap, to remove or to mask. */
    static Optional<Objection> forNoData(Obligations obligations) {
        return groupSize(obligations)
                .or(() -> fieldsAtAll(obligations))
                .or(() -> objection(obligations.rowsMax().isPresent(), "a cap where no rows are"))
                .or(() -> objection(!obligations.patterns().isEmpty(), "masks where no text is shown"));
    }

    private static Optional<Objection> groupSize(Obligations obligations) {
        return objection(obligations.groupSizeMin().isPresent(), "a least group size where no groups are");
    }

    /** Text has no fields: there is nothing to remove from it, and nothing in it that an allow list could name. */
    private static Optional<Objection> fieldsOfText(Obligations obligations) {
        return objection(obligations.fields() instanceof FieldRule.Only, "an allow list of fields in a text");
    }

    private static Optional<Objection> fieldsAtAll(Obligations obligations) {
        return objection(!(obligations.fields() instanceof FieldRule.All), "a rule on fields where no fields are");
    }

    private static Optional<Objection> objection(boolean stands, String obligation) {
        return stands
                ? Optional.of(Objection.of(
                        RefusalReason.OBLIGATION_UNSUPPORTED,
                        "policy obliges to " + obligation
                                + ", which nobody can carry out here; the policy must be corrected"))
                : Optional.empty();
    }
}

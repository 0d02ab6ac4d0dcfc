package io.writ.governance.source.query;

import io.writ.governance.OperatorName;
import io.writ.governance.source.SourceQuery;
import jakarta.json.JsonObject;

/**
 * Turns the parameters of an operator call into a query.
 *
 * <p>Numbers that only ask for too much ({@code limit}, {@code top_n}) are clamped. A wrong type, a blank text where one
 * is needed, an unknown word of a fixed set and a byte position that cannot be meant are refused: a caller who is told
 * can correct itself, a caller who is silently served something else cannot.
 */
public final class OperatorParams {

    private OperatorParams() {}

    /** Normalises and checks the parameters. */
    public static Normalisation normalise(OperatorName operator, JsonObject params) {
        Params reading = new Params(params);
        try {
            SourceQuery query = query(operator, reading);
            return new Normalisation.Normalised(query, reading.normalised());
        } catch (InvalidParams invalid) {
            return new Normalisation.Invalid(invalid.sentence());
        }
    }

    private static SourceQuery query(OperatorName operator, Params params) {
        return switch (operator) {
            case SEARCH -> SearchParams.read(params);
            case FETCH_SPAN -> DocumentParams.span(params);
            case LIST_VERSIONS -> DocumentParams.versions(params);
            case FETCH_ROWS -> ViewParams.rows(params);
            case AGGREGATE -> ViewParams.aggregate(params);
        };
    }
}

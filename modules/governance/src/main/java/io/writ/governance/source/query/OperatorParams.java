package io.writ.governance.source.query;

import io.writ.governance.OperatorName;
import jakarta.json.JsonObject;

/** Turns the parameters of an operator call into a query. */
public final class OperatorParams {

    private OperatorParams() {}

    /** Normalises and checks the parameters. */
    public static Normalisation normalise(OperatorName operator, JsonObject params) {
        return new Normalisation.Invalid("not yet: " + operator + params.size());
    }
}

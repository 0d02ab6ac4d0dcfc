package io.writ.governance.source.query;

import io.writ.governance.source.SourceQuery;
import jakarta.json.JsonObject;

/** What became of an operator's parameters. */
public sealed interface Normalisation {

    /**
     * The parameters make sense.
     *
     * @param params the parameters in normal form, for hashing and for counting bytes; unknown members are kept as they are
     */
    record Normalised(SourceQuery query, JsonObject params) implements Normalisation {}

    /** The parameters cannot be used; the message names the parameter and says why. */
    record Invalid(String message) implements Normalisation {}
}

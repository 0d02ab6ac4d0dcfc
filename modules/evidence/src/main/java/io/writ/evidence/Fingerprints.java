package io.writ.evidence;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The hashes by which PECR compares requests without looking at them, see PECR v1. */
public final class Fingerprints {

    private static final JsonProvider JSON = SharedJson.PROVIDER;

    private Fingerprints() {}

    /** Hash of normalised operator parameters. */
    public static Digest params(JsonObject params) {
        return Digest.ofPecrJson(params);
    }

    /** Hash of field names in order; the order in which a caller wrote them does not matter. */
    public static Digest fields(Collection<String> names) {
        JsonArrayBuilder sorted = JSON.createArrayBuilder();
        names.stream().sorted().forEach(sorted::add);
        return Digest.ofPecrJson(sorted.build());
    }

    /** Hash of equality filters; no filter has the hash of the empty object. */
    public static Digest filter(Map<String, String> filter) {
        return Digest.ofPecrJson(
                JSON.createObjectBuilder(new TreeMap<String, Object>(filter)).build());
    }

    /** Hash of the attributes of a principal. */
    public static Digest attributes(JsonObject attributes) {
        return Digest.ofPecrJson(attributes);
    }

    /** Hash of a budget; the one place where members stand in the order of their declaration. */
    public static Digest budget(Budget budget) {
        return Digest.of(BudgetJson.write(budget).toString());
    }
}

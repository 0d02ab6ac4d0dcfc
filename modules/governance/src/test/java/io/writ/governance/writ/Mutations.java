package io.writ.governance.writ;

import io.writ.evidence.SharedJson;
import io.writ.evidence.StrictJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonPatch;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Every place of a JSON value, and what could stand there instead. */
final class Mutations {

    /** One of each type, numbers that are no counts, names that mean something elsewhere, and one that is nested too deep. */
    private static final List<JsonValue> OTHERS =
            StrictJson.parse("""
                    [null, true, false, 0, -1, 1.5, 9007199254740991, 9007199254740992, 100000000000000000000, 1e300, "", "x",
                     "ABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABAB", [], {}, [null], [[]], [{}], [7],
                     {"a":null}, {"__proto__":{"sha256":1}}, {"constructor":7}, %s]
                    """.formatted("[".repeat(62) + "]".repeat(62))).asJsonArray();

    private Mutations() {}

    static List<JsonValue> others() {
        return OTHERS;
    }

    /** JSON pointers to everything inside. */
    static List<String> places(JsonValue value) {
        List<String> places = new ArrayList<>();
        collect(value, "", places);
        return places;
    }

    static JsonObject replaced(JsonObject object, String place, JsonValue other) {
        return apply(
                SharedJson.PROVIDER.createPatchBuilder().replace(place, other).build(), object);
    }

    static JsonObject removed(JsonObject object, String place) {
        return apply(SharedJson.PROVIDER.createPatchBuilder().remove(place).build(), object);
    }

    private static JsonObject apply(JsonPatch patch, JsonObject object) {
        return patch.apply(object);
    }

    private static void collect(JsonValue value, String place, List<String> places) {
        if (value instanceof JsonObject object) {
            object.forEach((name, inner) -> visit(inner, place + "/" + name, places));
        } else if (value instanceof JsonArray array) {
            for (int index = 0; index < array.size(); index++) {
                visit(array.get(index), place + "/" + index, places);
            }
        }
    }

    private static void visit(JsonValue value, String place, List<String> places) {
        places.add(place);
        collect(value, place, places);
    }
}

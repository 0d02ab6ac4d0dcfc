package io.writ.governance.disclosure;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;

/** Lists of texts in a question to policy. */
final class Texts {

    private Texts() {}

    static List<String> of(JsonObject object, String name) {
        return object.getJsonArray(name).getValuesAs(JsonString::getString);
    }
}

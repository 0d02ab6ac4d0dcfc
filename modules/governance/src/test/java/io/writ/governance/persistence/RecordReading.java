package io.writ.governance.persistence;

import io.writ.evidence.StrictJson;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;

/** Looks into a row that is not stored yet. */
public final class RecordReading {

    private RecordReading() {}

    public static String text(DecisionRow row) {
        return new String(row.canonical().bytes(), StandardCharsets.UTF_8);
    }

    public static JsonObject object(DecisionRow row) {
        return StrictJson.parseObject(row.canonical().bytes());
    }
}

package io.writ.orchestration.claim;

import io.writ.evidence.EvidenceUnit;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** A row as its evidence unit holds it. */
record Row(EvidenceUnit unit) {

    /** A value as a claim may tell it: from the content, or from the key that names the row. */
    Optional<String> told(String field) {
        return value(field).or(() -> primaryKey(field));
    }

    Optional<String> value(String field) {
        return unit.content() instanceof JsonObject content
                ? Optional.ofNullable(content.get(field)).flatMap(Row::text)
                : Optional.empty();
    }

    List<String> values() {
        return unit.content() instanceof JsonObject content
                ? content.values().stream()
                        .flatMap(value -> text(value).stream())
                        .toList()
                : List.of();
    }

    String location() {
        return unit.sourceSystem() + "/" + unit.objectId();
    }

    private Optional<String> primaryKey(String field) {
        return unit.locator().get("primary_key") instanceof JsonObject key
                ? Optional.ofNullable(key.get(field)).flatMap(Row::text)
                : Optional.empty();
    }

    /** A value as a reader would write it; null and structures are not told. */
    static Optional<String> text(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> Optional.of(((JsonString) value).getString()).filter(text -> !text.isBlank());
            case NUMBER, TRUE, FALSE -> Optional.of(value.toString());
            case NULL, ARRAY, OBJECT -> Optional.empty();
        };
    }
}

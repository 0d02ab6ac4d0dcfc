package io.writ.evidence.finalization;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** One figure of an aggregate group. */
record Metric(String name, String field, JsonValue value) {

    static Metric of(JsonObject metric) {
        return new Metric(
                metric.getString("name", ""),
                metric.getString("field", ""),
                metric.getOrDefault("value", JsonValue.NULL));
    }

    /** As a fact; its field may be left out of its name only if no other metric has that name. */
    Fact fact(long sameName) {
        List<List<Token>> names = new ArrayList<>();
        for (String word : Lexicon.METRIC_NAMES.getOrDefault(name, List.of(name))) {
            if (sameName == 1) {
                names.add(Tokenizer.tokens(word));
            }
            names.add(Tokenizer.tokens(word + " " + field));
            names.add(Tokenizer.tokens(word + " of " + field));
            names.add(Tokenizer.tokens(word + " of " + FieldWords.spaced(field)));
            names.add(Tokenizer.tokens(word + " " + FieldWords.spaced(field)));
        }
        return new Fact(names, ValueWords.forms(value));
    }
}

package io.writ.governance.transcript;

import io.writ.governance.Explanation;
import io.writ.governance.RuleResult;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.IntStream;

/** From the text that {@link TracedText} writes back to the rules of a decision. */
record RecordedRules(List<String> files, List<String> inputs, List<String> packages) {

    static Explanation.Traced of(JsonObject text) {
        RecordedRules words = new RecordedRules(words(text, "files"), words(text, "inputs"), words(text, "packages"));
        return new Explanation.Traced(
                text.getJsonArray("rules").getValuesAs(words::rule), text.getBoolean("truncated"));
    }

    private static List<String> words(JsonObject text, String name) {
        return text.getJsonArray(name).getValuesAs(JsonString::getString);
    }

    private RuleResult rule(JsonValue value) {
        JsonArray parts = value.asJsonArray();
        int row = parts.getInt(3);
        String file = files.get(parts.getInt(2));
        int outcome = parts.getInt(4);
        return new RuleResult(
                packages.get(parts.getInt(1)) + parts.getString(0),
                row == TracedText.NO_ROW ? file : file + ":" + row,
                outcome != TracedText.UNMATCHED,
                outcome == TracedText.CONTRIBUTED,
                IntStream.range(5, parts.size())
                        .mapToObj(at -> inputs.get(parts.getInt(at)))
                        .toList());
    }
}

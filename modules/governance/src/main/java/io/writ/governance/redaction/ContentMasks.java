package io.writ.governance.redaction;

import io.writ.evidence.SharedJson;
import io.writ.governance.masking.Surroundings;
import io.writ.governance.masking.TextMasks;
import io.writ.governance.masking.UnusableMaskException;
import io.writ.governance.policy.PatternMask;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/** Text masks, applied to the content of evidence and written into its transform step. */
record ContentMasks(TextMasks text) {

    static ContentMasks compile(List<PatternMask> masks) throws UnfulfillableException {
        try {
            return new ContentMasks(TextMasks.compile(masks));
        } catch (UnusableMaskException unusable) {
            throw new UnfulfillableException("patterns", String.valueOf(unusable.getMessage()), unusable);
        }
    }

    String apply(String content) {
        return text.apply(content);
    }

    /** Masks a span of a longer text. */
    String apply(String content, Surroundings around) {
        return text.apply(content, around);
    }

    /** Masks every string value at any depth; names of members stay. */
    JsonObject apply(JsonObject content) {
        if (text.masks().isEmpty()) {
            return content;
        }
        JsonObjectBuilder builder = SharedJson.PROVIDER.createObjectBuilder();
        content.forEach((name, value) -> builder.add(name, apply(value)));
        return builder.build();
    }

    private JsonValue apply(JsonValue value) {
        return switch (value) {
            case JsonString string -> SharedJson.PROVIDER.createValue(apply(string.getString()));
            case JsonObject object -> apply(object);
            case JsonArray array -> {
                JsonArrayBuilder builder = SharedJson.PROVIDER.createArrayBuilder();
                array.forEach(element -> builder.add(apply(element)));
                yield builder.build();
            }
            case JsonValue scalar -> scalar;
        };
    }

    /** The parameters of the transform step: which masks, and exactly which patterns they were. */
    JsonObject params() {
        JsonArrayBuilder list = SharedJson.PROVIDER.createArrayBuilder();
        for (PatternMask mask : text.masks()) {
            list.add(SharedJson.PROVIDER
                    .createObjectBuilder()
                    .add("name", mask.name())
                    .add("pattern", mask.regex())
                    .add("replacement", mask.replacement()));
        }
        return SharedJson.PROVIDER.createObjectBuilder().add("patterns", list).build();
    }
}

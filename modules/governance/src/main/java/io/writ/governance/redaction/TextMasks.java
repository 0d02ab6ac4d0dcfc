package io.writ.governance.redaction;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.writ.governance.policy.PatternMask;
import io.writ.governance.source.Surroundings;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Compiled pattern masks, applied one after the other in the order policy gave them. */
final class TextMasks {

    private final List<PatternMask> masks;
    private final List<Pattern> patterns;

    private TextMasks(List<PatternMask> masks, List<Pattern> patterns) {
        this.masks = List.copyOf(masks);
        this.patterns = List.copyOf(patterns);
    }

    /** Compiles all masks; one that cannot work makes the whole obligation unfulfillable. */
    static TextMasks compile(List<PatternMask> masks) throws UnfulfillableException {
        List<Pattern> patterns = new ArrayList<>();
        for (PatternMask mask : masks) {
            patterns.add(compile(mask));
        }
        return new TextMasks(masks, patterns);
    }

    private static Pattern compile(PatternMask mask) throws UnfulfillableException {
        try {
            Pattern pattern = Pattern.compile(mask.regex());
            if (!pattern.matches("")) {
                return pattern;
            }
        } catch (PatternSyntaxException unknown) {
            throw new UnfulfillableException("patterns", "policy asks for a mask whose pattern is not RE2", unknown);
        }
        throw new UnfulfillableException("patterns", "policy asks for a mask that matches the empty text");
    }

    String apply(String text) {
        String masked = text;
        for (int index = 0; index < patterns.size(); index++) {
            String replacement = Matcher.quoteReplacement(masks.get(index).replacement());
            masked = patterns.get(index).matcher(masked).replaceAll(replacement);
        }
        return masked;
    }

    /** Masks a span of a longer text: what is hidden whole is not shown in pieces either. */
    String apply(String text, Surroundings around) {
        if (patterns.isEmpty()) {
            return text;
        }
        String before = around.before();
        String after = around.after();
        String masked = text;
        for (int index = 0; index < patterns.size(); index++) {
            masked = between(before, masked, after, index);
        }
        return masked;
    }

    private String between(String before, String text, String after, int index) {
        String whole = before + text + after;
        int from = before.length();
        int to = from + text.length();
        StringBuilder out = new StringBuilder(text.length());
        int told = from;
        Matcher matcher = patterns.get(index).matcher(whole);
        while (told < to && matcher.find() && matcher.start() < to) {
            if (matcher.end() > from) {
                out.append(whole, told, Math.max(told, matcher.start()))
                        .append(masks.get(index).replacement());
                told = Math.min(matcher.end(), to);
            }
        }
        return out.append(whole, told, to).toString();
    }

    /** Masks every string value at any depth; names of members stay. */
    JsonObject apply(JsonObject content) {
        if (patterns.isEmpty()) {
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
        for (PatternMask mask : masks) {
            list.add(SharedJson.PROVIDER
                    .createObjectBuilder()
                    .add("name", mask.name())
                    .add("pattern", mask.regex())
                    .add("replacement", mask.replacement()));
        }
        return SharedJson.PROVIDER.createObjectBuilder().add("patterns", list).build();
    }
}

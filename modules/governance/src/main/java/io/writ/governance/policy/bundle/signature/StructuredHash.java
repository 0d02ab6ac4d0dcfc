package io.writ.governance.policy.bundle.signature;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.evidence.StrictJson;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hashes a JSON document as OPA does: compact, members sorted by their UTF-8 bytes, numbers as they were written. Space
 * and order do not matter then; everything else does.
 */
final class StructuredHash {

    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final JsonParser parser;

    private StructuredHash(JsonParser parser) {
        this.parser = parser;
    }

    /** Throws {@link io.writ.evidence.WireFormatException} for what is not strict JSON. */
    static Digest of(byte[] json) {
        StrictJson.parse(json);
        try (JsonParser parser = SharedJson.PROVIDER.createParser(new ByteArrayInputStream(json))) {
            return Digest.of(new StructuredHash(parser).text(parser.next()));
        }
    }

    private String text(JsonParser.Event event) {
        return switch (event) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> quoted(parser.getString());
            case VALUE_NUMBER -> parser.getString();
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            case VALUE_NULL -> "null";
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw new IllegalStateException("a value starts with " + event);
        };
    }

    private String object() {
        Map<String, String> members = new TreeMap<>(BY_BYTES);
        while (parser.next() == JsonParser.Event.KEY_NAME) {
            String name = parser.getString();
            members.put(name, text(parser.next()));
        }
        List<String> written = new ArrayList<>();
        members.forEach((name, value) -> written.add(quoted(name) + ":" + value));
        return "{" + String.join(",", written) + "}";
    }

    private String array() {
        List<String> items = new ArrayList<>();
        for (JsonParser.Event next = parser.next(); next != JsonParser.Event.END_ARRAY; next = parser.next()) {
            items.add(text(next));
        }
        return "[" + String.join(",", items) + "]";
    }

    /** Escapes what Go's encoder escapes, and nothing else. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        text.chars().forEach(unit -> {
            switch (unit) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\u2028' -> out.append("\\u2028");
                case '\u2029' -> out.append("\\u2029");
                default -> {
                    if (unit < ' ') {
                        out.append("\\u00").append(unit < 16 ? "0" : "").append(Integer.toHexString(unit));
                    } else {
                        out.append((char) unit);
                    }
                }
            }
        });
        return out.append('"').toString();
    }
}

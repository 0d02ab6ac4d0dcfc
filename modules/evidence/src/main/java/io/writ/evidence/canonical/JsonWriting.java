package io.writ.evidence.canonical;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The part that canonical forms share: sorted members, no white space, the same escapes, the same refusals. */
final class JsonWriting {

    /** Twice what our parser lets in, so that our own wrapping always fits; deeper would only test the stack. */
    private static final int DEPTH_MAX = 128;

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final Comparator<String> keyOrder;
    private final Function<JsonNumber, String> numberForm;
    private final StringBuilder out = new StringBuilder(256);
    private int depth;

    JsonWriting(Comparator<String> keyOrder, Function<JsonNumber, String> numberForm) {
        this.keyOrder = keyOrder;
        this.numberForm = numberForm;
    }

    String write(JsonValue value) {
        writeValue(value);
        return out.toString();
    }

    private void writeValue(JsonValue value) {
        switch (value.getValueType()) {
            case OBJECT -> writeObject(value.asJsonObject());
            case ARRAY -> writeArray(value.asJsonArray());
            case STRING -> writeString(((JsonString) value).getString());
            case NUMBER -> out.append(numberForm.apply((JsonNumber) value));
            case TRUE -> out.append("true");
            case FALSE -> out.append("false");
            case NULL -> out.append("null");
        }
    }

    private void writeObject(JsonObject object) {
        descend();
        List<Map.Entry<String, JsonValue>> members = object.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(keyOrder))
                .toList();
        out.append('{');
        String separator = "";
        for (Map.Entry<String, JsonValue> member : members) {
            out.append(separator);
            writeString(member.getKey());
            out.append(':');
            writeValue(member.getValue());
            separator = ",";
        }
        depth--;
        out.append('}');
    }

    private void writeArray(JsonArray array) {
        descend();
        out.append('[');
        String separator = "";
        for (JsonValue element : array) {
            out.append(separator);
            writeValue(element);
            separator = ",";
        }
        depth--;
        out.append(']');
    }

    private void descend() {
        depth++;
        if (depth > DEPTH_MAX) {
            throw new IllegalArgumentException("canonical JSON is at most " + DEPTH_MAX + " levels deep");
        }
    }

    private void writeString(String text) {
        out.append('"');
        for (int index = 0; index < text.length(); index++) {
            if (isHalfPair(text, index)) {
                throw new IllegalArgumentException("canonical JSON cannot write half of a surrogate pair");
            }
            writeCharacter(text.charAt(index));
        }
        out.append('"');
    }

    private static boolean isHalfPair(String text, int index) {
        char character = text.charAt(index);
        if (Character.isHighSurrogate(character)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(character)
                && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }

    private void writeCharacter(char character) {
        switch (character) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (character < 0x20) {
                    out.append("\\u00").append(HEX[character >> 4]).append(HEX[character & 0xf]);
                } else {
                    out.append(character);
                }
            }
        }
    }
}

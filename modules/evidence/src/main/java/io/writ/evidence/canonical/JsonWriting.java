package io.writ.evidence.canonical;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The part that canonical forms share: sorted members, no white space, the same escapes, the same refusals. */
final class JsonWriting {

    /** Twice what our parser lets in, so that our own wrapping always fits; deeper would only test the stack. */
    private static final int DEPTH_MAX = 128;

    private final Comparator<Map.Entry<String, JsonValue>> memberOrder;
    private final Function<JsonNumber, String> numberForm;
    private final StringBuilder out = new StringBuilder(256);
    private int depth;

    JsonWriting(Comparator<String> keyOrder, Function<JsonNumber, String> numberForm) {
        this.memberOrder = Map.Entry.comparingByKey(keyOrder);
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
            case STRING -> CanonicalString.append(out, ((JsonString) value).getString());
            case NUMBER -> out.append(numberForm.apply((JsonNumber) value));
            case TRUE -> out.append("true");
            case FALSE -> out.append("false");
            case NULL -> out.append("null");
        }
    }

    private void writeObject(JsonObject object) {
        descend();
        List<Map.Entry<String, JsonValue>> members = new ArrayList<>(object.entrySet());
        members.sort(memberOrder);
        out.append('{');
        String separator = "";
        for (Map.Entry<String, JsonValue> member : members) {
            out.append(separator);
            CanonicalString.append(out, member.getKey());
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
}

package io.writ.governance.policy.rego.value;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Compact JSON text, with the escapes of Go's encoder, so that {@code json.marshal} agrees with OPA to the byte. */
public final class JsonText {

    private final StringBuilder text = new StringBuilder();

    /** What begins each line; null when everything stands in one. */
    private final @Nullable String prefix;

    private final String indent;
    private int depth;

    private JsonText(@Nullable String prefix, String indent) {
        this.prefix = prefix;
        this.indent = indent;
    }

    public static String of(RegoValue value) {
        JsonText writer = new JsonText(null, "");
        writer.write(value);
        return writer.text.toString();
    }

    /** Each member and element in a line of its own. */
    public static String indented(RegoValue value, String prefix, String indent) {
        JsonText writer = new JsonText(prefix, indent);
        writer.write(value);
        return writer.text.toString();
    }

    private void line() {
        if (prefix != null) {
            text.append('\n').append(prefix).repeat(indent, depth);
        }
    }

    private void open(char bracket) {
        text.append(bracket);
        depth++;
    }

    private void close(char bracket, boolean empty) {
        depth--;
        if (!empty) {
            line();
        }
        text.append(bracket);
    }

    private void write(RegoValue value) {
        switch (value) {
            case RegoString string -> string(string.value());
            case RegoArray array -> list(array);
            case RegoSet set -> list(set);
            case RegoObject object -> members(object);
            case RegoNull _, RegoBoolean _, RegoNumber _ -> text.append(value);
        }
    }

    private void list(Iterable<RegoValue> values) {
        open('[');
        String separator = "";
        for (RegoValue value : values) {
            text.append(separator);
            line();
            write(value);
            separator = ",";
        }
        close(']', separator.isEmpty());
    }

    /** Sorted by the text of the key, which is what an encoder of Go's maps does. */
    private void members(RegoObject object) {
        ObjectBuilder byName = new ObjectBuilder();
        for (int i = 0; i < object.size(); i++) {
            byName.put(name(object.key(i)), object.value(i));
        }
        RegoObject named = byName.frozen();
        open('{');
        for (int i = 0; i < named.size(); i++) {
            text.append(i == 0 ? "" : ",");
            line();
            write(named.key(i));
            text.append(prefix == null ? ":" : ": ");
            write(named.value(i));
        }
        close('}', named.size() == 0);
    }

    /** How a key is called in JSON. */
    public static String name(RegoValue key) {
        return key instanceof RegoString string ? string.value() : of(key);
    }

    private void string(String value) {
        text.append('"');
        value.codePoints().forEach(this::point);
        text.append('"');
    }

    private void point(int point) {
        switch (point) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '<', '>', '&', 0x2028, 0x2029 -> text.append(String.format(Locale.ROOT, "\\u%04x", point));
            default -> {
                if (point < ' ') {
                    text.append(String.format(Locale.ROOT, "\\u%04x", point));
                } else {
                    text.appendCodePoint(point);
                }
            }
        }
    }
}

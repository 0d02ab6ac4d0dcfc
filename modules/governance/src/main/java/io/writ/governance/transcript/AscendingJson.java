package io.writ.governance.transcript;

import io.writ.evidence.canonical.Rfc8785;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;

/**
 * Writes RFC 8785 directly, without a tree that is sorted afterwards: the names must come in ascending order, and one
 * that does not is a bug. Values are text, whole numbers, or objects that are canonical already.
 */
final class AscendingJson {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder out = new StringBuilder(256);
    private String last = "";
    private char separator = '{';

    AscendingJson member(String name, String value) {
        name(name);
        text(value);
        return this;
    }

    AscendingJson member(String name, long value) {
        name(name);
        out.append(value);
        return this;
    }

    AscendingJson member(String name, JsonObject value) {
        name(name);
        out.append(new String(Rfc8785.bytes(value), StandardCharsets.UTF_8));
        return this;
    }

    AscendingJson member(String name, AscendingJson value) {
        name(name);
        out.append(value.close());
        return this;
    }

    /** Leaves the member out when there is no value. */
    AscendingJson member(String name, Optional<String> value) {
        return value.isPresent() ? member(name, value.get()) : this;
    }

    /** Leaves the member out when there is no value. */
    AscendingJson members(String name, Optional<AscendingJson> value) {
        return value.isPresent() ? member(name, value.get()) : this;
    }

    AscendingJson objects(String name, Collection<AscendingJson> values) {
        name(name);
        char before = '[';
        for (AscendingJson value : values) {
            out.append(before).append(value.close());
            before = ',';
        }
        endArray(before);
        return this;
    }

    AscendingJson texts(String name, Collection<String> values) {
        name(name);
        char before = '[';
        for (String value : values) {
            out.append(before);
            text(value);
            before = ',';
        }
        endArray(before);
        return this;
    }

    /** Ends the object; it is complete then. */
    StringBuilder close() {
        if (separator == '{') {
            out.append('{');
        }
        return out.append('}');
    }

    private void endArray(char before) {
        if (before == '[') {
            out.append('[');
        }
        out.append(']');
    }

    private void name(String name) {
        if (name.compareTo(last) <= 0) {
            throw new IllegalStateException("member " + name + " must not follow " + last);
        }
        out.append(separator);
        text(name);
        out.append(':');
        separator = ',';
        last = name;
    }

    private void text(String value) {
        out.append('"');
        for (int index = 0; index < value.length(); index++) {
            character(value.charAt(index));
        }
        out.append('"');
    }

    private void character(char character) {
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

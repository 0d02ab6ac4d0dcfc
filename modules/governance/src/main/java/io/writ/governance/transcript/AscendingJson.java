package io.writ.governance.transcript;

import io.writ.evidence.canonical.CanonicalString;
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

    private final StringBuilder out = new StringBuilder(256);
    private String last = "";
    private char separator = '{';

    AscendingJson member(String name, String value) {
        name(name);
        CanonicalString.append(out, value);
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

    /** Takes a value that is canonical already. */
    AscendingJson canonical(String name, CharSequence value) {
        name(name);
        out.append(value);
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
            CanonicalString.append(out, value);
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
        // Names are words of this program, with nothing in them to escape.
        out.append(separator).append('"').append(name).append("\":");
        separator = ',';
        last = name;
    }
}

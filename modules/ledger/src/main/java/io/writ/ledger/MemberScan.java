package io.writ.ledger;

import io.writ.evidence.StrictJson;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;

/**
 * Steps over the members of one canonical JSON object without building it: a verification looks at a few members of every
 * record, and parsing each whole record would take longer than hashing it.
 */
final class MemberScan {

    /** Canonical text is an object that begins with its first member. */
    private static final int FIRST = 1;

    private final byte[] text;
    private int at;
    private int valueAt;

    private MemberScan(byte[] text, int at) {
        this.text = text;
        this.at = at;
    }

    static MemberScan of(byte[] canonical) {
        return new MemberScan(canonical, FIRST);
    }

    /** Begins in the middle, at the quote of a member's name. */
    static MemberScan from(byte[] canonical, int nameAt) {
        return new MemberScan(canonical, nameAt);
    }

    /** The name of the next member, whose value can be read then; empty at the end of the object. */
    String next() {
        if (text[at] == '}') {
            return "";
        }
        int nameAt = at + 1;
        skipText();
        String name = new String(text, nameAt, at - 1 - nameAt, StandardCharsets.UTF_8);
        expect(':');
        valueAt = at;
        skipValue();
        if (text[at] == ',') {
            at++;
        }
        return name;
    }

    /** Whether the object, of which {@link #next} found the end, is the whole text. */
    boolean isAtEndOfText() {
        return at == text.length - 1 && text[at] == '}';
    }

    /** The value, which is a text. */
    String string() {
        var inside = new MemberScan(text, valueAt);
        inside.skipText();
        String plain = new String(text, valueAt + 1, inside.at - valueAt - 2, StandardCharsets.UTF_8);
        return plain.indexOf('\\') < 0 ? plain : ((JsonString) StrictJson.parse('"' + plain + '"')).getString();
    }

    boolean isTrue() {
        return text[valueAt] == 't';
    }

    /** How many elements the value, an array, has. */
    int elements() {
        int elements = 0;
        var inside = new MemberScan(text, valueAt + 1);
        while (inside.text[inside.at] != ']') {
            inside.skipValue();
            elements++;
            if (inside.text[inside.at] == ',') {
                inside.at++;
            }
        }
        return elements;
    }

    private void skipValue() {
        switch (text[at]) {
            case '"' -> skipText();
            case '{', '[' -> skipNested();
            default -> {
                while (text[at] != ',' && text[at] != '}' && text[at] != ']') {
                    at++;
                }
            }
        }
    }

    private void skipNested() {
        int depth = 0;
        do {
            switch (text[at]) {
                case '"' -> {
                    skipText();
                    continue;
                }
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
            at++;
        } while (depth > 0);
    }

    private void skipText() {
        expect('"');
        while (text[at] != '"') {
            at += text[at] == '\\' ? 2 : 1;
        }
        at++;
    }

    private void expect(char character) {
        if (text[at] != character) {
            throw new IllegalArgumentException("no canonical object: " + character + " is missing at byte " + at);
        }
        at++;
    }
}

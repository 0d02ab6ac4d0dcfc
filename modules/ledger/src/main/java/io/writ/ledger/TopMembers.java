package io.writ.ledger;

import java.nio.charset.StandardCharsets;

/**
 * Goes over the members of a JSON object in canonical form (RFC 8785: no white space, no name twice) without building
 * anything: an audit does this for every record. Bytes in another form yield fewer members, never a wrong one.
 */
final class TopMembers {

    private final byte[] json;
    private int at;
    private int nameFrom;
    private int nameTo;
    private int valueFrom;
    private int valueTo;

    TopMembers(byte[] json) {
        this.json = json;
        this.at = json.length > 0 && json[0] == '{' ? 1 : json.length;
    }

    /** Goes to the next member; false when there is none, or no JSON goes on here. */
    boolean next() {
        if (at >= json.length || json[at] != '"') {
            return false;
        }
        nameFrom = at + 1;
        nameTo = endOfText(nameFrom);
        if (nameTo + 1 >= json.length || json[nameTo + 1] != ':') {
            return end();
        }
        valueFrom = nameTo + 2;
        valueTo = endOfValue(valueFrom);
        if (valueTo > json.length) {
            return end();
        }
        at = valueTo + 1;
        return true;
    }

    int nameLength() {
        return nameTo - nameFrom;
    }

    boolean isNamed(String name) {
        if (nameTo - nameFrom != name.length()) {
            return false;
        }
        for (int index = 0; index < name.length(); index++) {
            if (json[nameFrom + index] != name.charAt(index)) {
                return false;
            }
        }
        return true;
    }

    /** The value if it is a text; empty otherwise. Escapes are left as they stand: what names a record has none. */
    String text() {
        return json[valueFrom] == '"'
                ? new String(json, valueFrom + 1, valueTo - valueFrom - 2, StandardCharsets.UTF_8)
                : "";
    }

    private boolean end() {
        at = json.length;
        return false;
    }

    /** The value as it stands. */
    String raw() {
        return new String(json, valueFrom, valueTo - valueFrom, StandardCharsets.UTF_8);
    }

    /** Where the quotation mark stands that ends the text, or the end of everything. */
    private int endOfText(int from) {
        int index = from;
        while (index < json.length && json[index] != '"') {
            index += json[index] == '\\' ? 2 : 1;
        }
        return index;
    }

    /** Behind the last byte of the value; beyond the end of everything when it does not end. */
    private int endOfValue(int from) {
        int depth = 0;
        for (int index = from; index < json.length; index++) {
            byte next = json[index];
            if (next == '"') {
                index = endOfText(index + 1);
            } else if (next == '{' || next == '[') {
                depth++;
            } else if (depth == 0 && (next == ',' || next == '}')) {
                return index;
            } else if (next == '}' || next == ']') {
                depth--;
            }
        }
        return json.length + 1;
    }
}

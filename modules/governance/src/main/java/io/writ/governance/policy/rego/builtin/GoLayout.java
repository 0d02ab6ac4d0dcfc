package io.writ.governance.policy.rego.builtin;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Layouts for times as Go has them: how the second of January 2006, four minutes past three, would be written. */
final class GoLayout {

    static final String RFC3339 = "2006-01-02T15:04:05Z07:00";
    static final String RFC3339_NANO = "2006-01-02T15:04:05.999999999Z07:00";

    /** Go keeps the length of a fraction in so many bits. */
    private static final int FRACTION_MASK = 0xfff;

    private static final Map<String, String> NAMED = Map.ofEntries(
            entry("ANSIC", "Mon Jan _2 15:04:05 2006"),
            entry("UnixDate", "Mon Jan _2 15:04:05 MST 2006"),
            entry("RubyDate", "Mon Jan 02 15:04:05 -0700 2006"),
            entry("RFC822", "02 Jan 06 15:04 MST"),
            entry("RFC822Z", "02 Jan 06 15:04 -0700"),
            entry("RFC850", "Monday, 02-Jan-06 15:04:05 MST"),
            entry("RFC1123", "Mon, 02 Jan 2006 15:04:05 MST"),
            entry("RFC1123Z", "Mon, 02 Jan 2006 15:04:05 -0700"),
            entry("RFC3339", RFC3339),
            entry("RFC3339Nano", RFC3339_NANO));

    /** The longer ones first, as far as one begins with the other. */
    private static final Map<String, LayoutPart.Offset> OFFSETS = offsets();

    private final String layout;
    private final List<LayoutPart> parts = new ArrayList<>();
    private int literalFrom;

    private GoLayout(String layout) {
        this.layout = layout;
    }

    /** The parts of a layout, or of the one that has this name. Two literals never follow each other. */
    static List<LayoutPart> parts(String nameOrLayout) {
        return new GoLayout(NAMED.getOrDefault(nameOrLayout, nameOrLayout)).parts();
    }

    private static Map<String, LayoutPart.Offset> offsets() {
        Map<String, LayoutPart.Offset> offsets = new LinkedHashMap<>();
        for (String sign : List.of("-", "Z")) {
            boolean zulu = sign.equals("Z");
            offsets.put(sign + "070000", new LayoutPart.Offset(zulu, false, 3));
            offsets.put(sign + "07:00:00", new LayoutPart.Offset(zulu, true, 3));
            offsets.put(sign + "0700", new LayoutPart.Offset(zulu, false, 2));
            offsets.put(sign + "07:00", new LayoutPart.Offset(zulu, true, 2));
            offsets.put(sign + "07", new LayoutPart.Offset(zulu, false, 1));
        }
        return offsets;
    }

    private List<LayoutPart> parts() {
        int position = 0;
        while (position < layout.length()) {
            int length = length(position);
            position += Math.max(length, 1);
            literalFrom = length > 0 ? position : literalFrom;
        }
        endLiteral(position);
        return parts;
    }

    /** Of the part that begins there; 0 when none does. */
    private int length(int position) {
        return switch (layout.charAt(position)) {
            case '.', ',' -> fraction(position);
            case '-', 'Z' -> offset(position);
            case 'J', 'M', 'P', 'p', '_', '0', '1', '2', '3', '4', '5' -> field(position);
            default -> 0;
        };
    }

    private int field(int position) {
        for (LayoutField field : LayoutField.values()) {
            if (field.isAt(layout, position)) {
                add(position, new LayoutPart.Field(field));
                return field.text().length();
            }
        }
        return 0;
    }

    private int offset(int position) {
        for (Map.Entry<String, LayoutPart.Offset> offset : OFFSETS.entrySet()) {
            if (layout.startsWith(offset.getKey(), position)) {
                add(position, offset.getValue());
                return offset.getKey().length();
            }
        }
        return 0;
    }

    /** Zeros or nines after a point or a comma, unless other digits follow them. */
    private int fraction(int position) {
        char digit = position + 1 < layout.length() ? layout.charAt(position + 1) : ' ';
        if (digit != '0' && digit != '9') {
            return 0;
        }
        int end = position + 1;
        while (end < layout.length() && layout.charAt(end) == digit) {
            end++;
        }
        if (end < layout.length() && Ascii.isDigit(layout.charAt(end))) {
            return 0;
        }
        int digits = (end - position - 1) & FRACTION_MASK;
        add(position, new LayoutPart.Fraction(layout.charAt(position), digits, digit == '9'));
        return end - position;
    }

    private void add(int position, LayoutPart part) {
        endLiteral(position);
        parts.add(part);
    }

    private void endLiteral(int position) {
        if (position > literalFrom) {
            parts.add(new LayoutPart.Literal(layout.substring(literalFrom, position)));
        }
    }
}

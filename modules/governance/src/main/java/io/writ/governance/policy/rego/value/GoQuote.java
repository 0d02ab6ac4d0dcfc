package io.writ.governance.policy.rego.value;

import java.util.Locale;

/** Quotes a string the way Go's {@code %q} does, which is how Rego prints one. */
public final class GoQuote {

    private GoQuote() {}

    public static void append(StringBuilder text, String value) {
        text.append('"');
        value.codePoints().forEach(point -> appendPoint(text, point));
        text.append('"');
    }

    private static void appendPoint(StringBuilder text, int point) {
        switch (point) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case 0x07 -> text.append("\\a");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case 0x0b -> text.append("\\v");
            default -> appendOther(text, point);
        }
    }

    private static void appendOther(StringBuilder text, int point) {
        if (isPrintable(point)) {
            text.appendCodePoint(point);
        } else if (point < 0x80) {
            text.append(String.format(Locale.ROOT, "\\x%02x", point));
        } else if (point <= 0xffff) {
            text.append(String.format(Locale.ROOT, "\\u%04x", point));
        } else {
            text.append(String.format(Locale.ROOT, "\\U%08x", point));
        }
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> point == ' ';
            default -> true;
        };
    }
}

package io.writ.cli;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Text of strangers on the way to a terminal: what a server, an export or a file says. Control characters would move the
 * cursor and paint another result over ours; characters that only turn the direction of writing do the same to the eye.
 */
public final class TerminalText {

    private TerminalText() {}

    /** On one line. */
    public static String line(String text) {
        return without(text, TerminalText::isUnsafe);
    }

    /** Line feeds stay. */
    public static String block(String text) {
        return without(text, point -> point != '\n' && isUnsafe(point));
    }

    /** JSON that says the same to whoever parses it. Outside of strings it has no such characters. */
    public static String json(String json) {
        StringBuilder escaped = new StringBuilder();
        json.chars().forEach(unit -> {
            // A format character beyond the basic plane is a pair, of which each half is escaped.
            if (isUnsafe(unit) || Character.isSurrogate((char) unit)) {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", unit));
            } else {
                escaped.append((char) unit);
            }
        });
        return escaped.toString();
    }

    private static String without(String text, IntPredicate unsafe) {
        return text.codePoints()
                .map(point -> unsafe.test(point) ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isUnsafe(int point) {
        return Character.isISOControl(point) || Character.getType(point) == Character.FORMAT;
    }
}

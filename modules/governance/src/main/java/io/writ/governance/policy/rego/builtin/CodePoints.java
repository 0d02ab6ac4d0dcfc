package io.writ.governance.policy.rego.builtin;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** Strings as sequences of code points, which is how Rego counts. */
final class CodePoints {

    private CodePoints() {}

    /** Each code point by itself: no final sigma, no sharp s that becomes two letters, exactly as Go maps case. */
    static String mapped(String text, IntUnaryOperator mapping) {
        StringBuilder mapped = new StringBuilder(text.length());
        text.codePoints().map(mapping).forEach(mapped::appendCodePoint);
        return mapped.toString();
    }

    static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    static String trimmedLeft(String text, IntPredicate dropped) {
        int start = 0;
        while (start < text.length() && dropped.test(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        return text.substring(start);
    }

    static String trimmedRight(String text, IntPredicate dropped) {
        int end = text.length();
        while (end > 0 && dropped.test(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(0, end);
    }

    /** White space by Unicode's property, which Java's own notions differ from. */
    static boolean isSpace(int point) {
        return switch (point) {
            case '\t', '\n', 0x0b, '\f', '\r', ' ', 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000 -> true;
            default -> point >= 0x2000 && point <= 0x200a;
        };
    }
}

package io.writ.governance.policy.rego.builtin;

import java.util.Locale;

/** A glob as a regular expression of RE2. */
final class GlobTranslation {

    private final String glob;
    private final String oneOfNoDelimiter;
    private final StringBuilder expression = new StringBuilder("(?s)");
    private int at;

    /** How many braces are open. */
    private int depth;

    GlobTranslation(String glob, String delimiters) {
        this.glob = glob;
        this.oneOfNoDelimiter = delimiters.isEmpty() ? "." : "[^" + escaped(delimiters) + "]";
    }

    String expression() {
        while (at < glob.length()) {
            int point = next();
            switch (point) {
                case '*' -> star();
                case '?' -> expression.append(oneOfNoDelimiter);
                case '[' -> characters();
                case '{' -> {
                    depth++;
                    expression.append("(?:");
                }
                case '}' -> close();
                case ',' -> expression.append(depth > 0 ? "|" : ",");
                case '\\' -> literal(at < glob.length() ? next() : '\\');
                default -> literal(point);
            }
        }
        if (depth > 0) {
            throw new BuiltinException("glob: a brace is not closed");
        }
        return expression.toString();
    }

    private int next() {
        int point = glob.codePointAt(at);
        at += Character.charCount(point);
        return point;
    }

    private void star() {
        if (glob.startsWith("*", at)) {
            at++;
            expression.append(".*");
        } else {
            expression.append(oneOfNoDelimiter).append('*');
        }
    }

    private void close() {
        if (depth == 0) {
            literal('}');
        } else {
            depth--;
            expression.append(')');
        }
    }

    /** {@code [abc]}, {@code [a-z]}, and either with an exclamation mark first for what is not in it. */
    private void characters() {
        boolean negated = glob.startsWith("!", at);
        int start = negated ? at + 1 : at;
        int end = glob.indexOf(']', start);
        if (end <= start) {
            throw new BuiltinException("glob: a bracket is not closed, or nothing is in it");
        }
        String inside = glob.substring(start, end);
        at = end + 1;
        expression
                .append(negated ? "[^" : "[")
                .append(isRange(inside) ? range(inside) : escaped(inside))
                .append(']');
    }

    private static boolean isRange(String inside) {
        return inside.codePointCount(0, inside.length()) == 3
                && inside.codePointAt(inside.offsetByCodePoints(0, 1)) == '-';
    }

    private static String range(String inside) {
        int low = inside.codePointAt(0);
        int high = inside.codePointBefore(inside.length());
        if (low > high) {
            throw new BuiltinException("glob: a range runs backwards");
        }
        return String.format(Locale.ROOT, "\\x{%x}-\\x{%x}", low, high);
    }

    private void literal(int point) {
        expression.append(String.format(Locale.ROOT, "\\x{%x}", point));
    }

    private static String escaped(String characters) {
        StringBuilder escaped = new StringBuilder();
        characters.codePoints().forEach(point -> escaped.append(String.format(Locale.ROOT, "\\x{%x}", point)));
        return escaped.toString();
    }
}

package io.writ.governance.policy.rego.builtin;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Reads a pattern of characters, points, sets in brackets, and plus or star after each of them. */
final class GlobTokens {

    private final Meter meter;
    private final int[] pattern;
    private int position;

    private GlobTokens(Meter meter, String pattern) {
        this.meter = meter;
        this.pattern = pattern.codePoints().toArray();
    }

    static List<GlobToken> of(Meter meter, String pattern) {
        return new GlobTokens(meter, pattern).tokens();
    }

    /** Without those that say again what the one before says. */
    private List<GlobToken> tokens() {
        List<GlobToken> tokens = new ArrayList<>();
        while (position < pattern.length) {
            GlobToken token = token();
            meter.charge(token.cost());
            GlobToken before = tokens.isEmpty() ? token.repeated(GlobToken.Count.ONCE) : tokens.getLast();
            if (token.isRepeated() && before.isRepeated() && before.equalsButForTimes(token)) {
                boolean isAny = token.count() == GlobToken.Count.ANY && before.count() == GlobToken.Count.ANY;
                tokens.set(tokens.size() - 1, token.repeated(isAny ? GlobToken.Count.ANY : GlobToken.Count.SOME));
            } else {
                tokens.add(token);
            }
        }
        return tokens;
    }

    private GlobToken token() {
        boolean isEscaped = pattern[position] == '\\';
        int point = next();
        if (isEscaped) {
            return new GlobToken(only(point), false, count());
        }
        return switch (point) {
            case '.' -> new GlobToken(null, false, count());
            case '[' -> new GlobToken(set(), true, count());
            case ']' -> throw invalid("set-close ']' with no preceding '['");
            case '+', '*' -> throw invalid("flag '" + (char) point + "' must be preceded by a non-flag");
            default -> new GlobToken(only(point), false, count());
        };
    }

    private static BitSet only(int point) {
        BitSet only = new BitSet();
        only.set(point);
        return only;
    }

    /** A character, or the one after a backslash. */
    private int next() {
        if (pattern[position] == '\\') {
            position++;
        }
        if (position >= pattern.length) {
            throw invalid("input ends with a \\ (escape) character");
        }
        return pattern[position++];
    }

    private GlobToken.Count count() {
        int point = position < pattern.length ? pattern[position] : -1;
        GlobToken.Count count = switch (point) {
            case '+' -> GlobToken.Count.SOME;
            case '*' -> GlobToken.Count.ANY;
            default -> GlobToken.Count.ONCE;
        };
        position += count == GlobToken.Count.ONCE ? 0 : 1;
        return count;
    }

    private BitSet set() {
        BitSet set = new BitSet();
        int before = -1;
        while (position < pattern.length) {
            boolean isEscaped = pattern[position] == '\\';
            int point = next();
            if (!isEscaped && point == ']') {
                return set;
            }
            if (!isEscaped && point == '-') {
                set.set(before, rangeEnd(before) + 1);
                before = -1;
            } else {
                set.set(point);
                before = point;
            }
        }
        throw invalid("found [ without matching ]");
    }

    private int rangeEnd(int start) {
        if (start < 0) {
            throw invalid("range character '-' must be preceded by a Unicode character");
        }
        if (position >= pattern.length - 1) {
            throw invalid("range character '-' must be followed by a Unicode character");
        }
        boolean isEscaped = pattern[position] == '\\';
        int end = next();
        if (!isEscaped && (end == ']' || end == '-')) {
            throw invalid("range character '-' cannot be followed by a special symbol");
        }
        if (end < start) {
            throw invalid("range is out of order");
        }
        return end;
    }

    private BuiltinException invalid(String why) {
        return new BuiltinException("pos:" + position + ", " + why + ": the input provided is invalid");
    }
}

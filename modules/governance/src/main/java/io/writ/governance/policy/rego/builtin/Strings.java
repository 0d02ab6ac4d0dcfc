package io.writ.governance.policy.rego.builtin;

import static java.util.Map.entry;

import io.writ.governance.policy.rego.value.ArrayBuilder;
import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoBoolean;
import io.writ.governance.policy.rego.value.RegoNumber;
import io.writ.governance.policy.rego.value.RegoString;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Search, cut and join. Positions count code points. */
final class Strings {

    private Strings() {}

    static Map<String, Builtin> family() {
        return Map.ofEntries(
                entry("contains", call -> RegoBoolean.of(call.string(0).contains(call.string(1)))),
                entry("startswith", call -> RegoBoolean.of(call.string(0).startsWith(call.string(1)))),
                entry("endswith", call -> RegoBoolean.of(call.string(0).endsWith(call.string(1)))),
                entry("strings.any_prefix_match", call -> any(call, String::startsWith)),
                entry("strings.any_suffix_match", call -> any(call, String::endsWith)),
                entry("concat", Strings::concat),
                entry("format_int", Strings::formatInt),
                entry("indexof", Strings::indexOf),
                entry("indexof_n", Strings::indexesOf),
                entry("substring", Strings::substring),
                entry("strings.count", Strings::count),
                entry("strings.reverse", call -> RegoString.of(CodePoints.reversed(call.string(0)))),
                entry("lower", call -> RegoString.of(CodePoints.mapped(call.string(0), Character::toLowerCase))),
                entry("upper", call -> RegoString.of(CodePoints.mapped(call.string(0), Character::toUpperCase))));
    }

    private static RegoBoolean any(BuiltinCall call, BiPredicate<String, String> matches) {
        List<String> searched = oneOrMore(call, 0);
        List<String> bases = oneOrMore(call, 1);
        call.meter().charge((long) searched.size() * bases.size());
        return RegoBoolean.of(searched.stream()
                .anyMatch(text -> bases.stream().anyMatch(base -> matches.test(text, base))));
    }

    private static List<String> oneOrMore(BuiltinCall call, int position) {
        return call.any(position) instanceof RegoString one ? List.of(one.value()) : call.strings(position);
    }

    private static RegoString concat(BuiltinCall call) {
        String separator = call.string(0);
        List<String> parts = call.strings(1);
        call.meter().charge(parts.size());
        long length = parts.stream()
                .mapToLong(part -> part.length() + (long) separator.length())
                .sum();
        call.meter().admit(length - separator.length());
        return RegoString.of(String.join(separator, parts));
    }

    /** A fraction is cut off, as OPA does. */
    private static RegoString formatInt(BuiltinCall call) {
        BigDecimal number = call.number(0).decimal();
        String base = call.number(1).toString();
        int radix = switch (base) {
            case "2", "8", "10", "16" -> Integer.parseInt(base);
            default -> throw new BuiltinException("operand 2 must be one of {2, 8, 10, 16}");
        };
        BigInteger whole = number.scale() == 0
                ? number.unscaledValue()
                : BinaryFloat.nearest(number).setScale(0, RoundingMode.DOWN).unscaledValue();
        return RegoString.of(whole.toString(radix));
    }

    private static String searched(BuiltinCall call) {
        String searched = call.string(1);
        if (searched.isEmpty()) {
            throw new BuiltinException("empty search character");
        }
        return searched;
    }

    private static RegoNumber indexOf(BuiltinCall call) {
        String base = call.string(0);
        int unit = base.indexOf(searched(call));
        return RegoNumber.of(unit < 0 ? -1 : base.codePointCount(0, unit));
    }

    private static RegoArray indexesOf(BuiltinCall call) {
        String base = call.string(0);
        String searched = searched(call);
        call.meter().charge(base.length());
        ArrayBuilder indexes = new ArrayBuilder();
        for (int unit = base.indexOf(searched); unit >= 0; unit = base.indexOf(searched, unit + 1)) {
            indexes.add(RegoNumber.of(base.codePointCount(0, unit)));
        }
        return indexes.frozen();
    }

    private static RegoString substring(BuiltinCall call) {
        String base = call.string(0);
        int start = call.integer(1);
        int length = call.integer(2);
        if (start < 0) {
            throw new BuiltinException("negative offset");
        }
        int points = base.codePointCount(0, base.length());
        if (start >= points) {
            return RegoString.EMPTY;
        }
        int end = length < 0 || length > points - start ? points : start + length;
        int from = base.offsetByCodePoints(0, start);
        return RegoString.of(base.substring(from, base.offsetByCodePoints(from, end - start)));
    }

    /** Without overlaps; the empty string is found before every code point and at the end. */
    private static RegoNumber count(BuiltinCall call) {
        String base = call.string(0);
        String searched = call.string(1);
        if (searched.isEmpty()) {
            return RegoNumber.of(base.codePointCount(0, base.length()) + 1L);
        }
        call.meter().charge(base.length() / searched.length());
        long count = 0;
        for (int at = base.indexOf(searched); at >= 0; at = base.indexOf(searched, at + searched.length())) {
            count++;
        }
        return RegoNumber.of(count);
    }
}

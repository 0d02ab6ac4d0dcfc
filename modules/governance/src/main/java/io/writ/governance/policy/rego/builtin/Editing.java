package io.writ.governance.policy.rego.builtin;

import static java.util.Map.entry;

import io.writ.governance.policy.rego.value.ArrayBuilder;
import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoObject;
import io.writ.governance.policy.rego.value.RegoString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Splitting, replacing and trimming of strings. */
final class Editing {

    private Editing() {}

    static Map<String, Builtin> family() {
        return Map.ofEntries(
                entry("split", call -> strings(parts(call.string(0), call.string(1), -1))),
                entry("strings.split_n", Editing::splitSome),
                entry("replace", Editing::replace),
                entry("strings.replace_n", Editing::replaceSeveral),
                entry("trim", call -> trimmed(call, true, true)),
                entry("trim_left", call -> trimmed(call, true, false)),
                entry("trim_right", call -> trimmed(call, false, true)),
                entry("trim_prefix", Editing::trimPrefix),
                entry("trim_suffix", Editing::trimSuffix),
                entry("trim_space", Editing::trimSpace));
    }

    static RegoArray strings(Iterable<String> texts) {
        ArrayBuilder array = new ArrayBuilder();
        texts.forEach(text -> array.add(RegoString.of(text)));
        return array.frozen();
    }

    /** At most so many parts, the last with the rest; all of them when negative. */
    private static List<String> parts(String text, String delimiter, int limit) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (limit < 0 || parts.size() < limit - 1) {
            int step = delimiter.isEmpty() && from < text.length() ? Character.charCount(text.codePointAt(from)) : 0;
            int at = delimiter.isEmpty() ? from + step : text.indexOf(delimiter, from);
            if (at < 0 || (delimiter.isEmpty() && at >= text.length())) {
                break;
            }
            parts.add(text.substring(from, at));
            from = at + delimiter.length();
        }
        if (!delimiter.isEmpty() || !text.isEmpty()) {
            parts.add(text.substring(from));
        }
        return parts;
    }

    /** The first so many parts, or the last so many when negative. */
    private static RegoArray splitSome(BuiltinCall call) {
        int wanted = call.integer(2);
        List<String> parts = parts(call.string(0), call.string(1), -1);
        int from = wanted < 0 ? Math.max(0, parts.size() + wanted) : 0;
        int to = wanted < 0 ? parts.size() : Math.min(wanted, parts.size());
        return strings(parts.subList(from, to));
    }

    private static RegoString replace(BuiltinCall call) {
        return RegoString.of(new Replacement(List.of(call.string(1)), List.of(call.string(2)))
                .applied(call.string(0), call.meter()));
    }

    private static RegoString replaceSeveral(BuiltinCall call) {
        RegoObject patterns = call.object(0);
        String text = call.string(1);
        List<String> searched = new ArrayList<>();
        List<String> replacements = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            if (!(patterns.key(i) instanceof RegoString key && patterns.value(i) instanceof RegoString value)) {
                throw new BuiltinException("operand 1 non-string key or value found in pattern object");
            }
            searched.add(key.value());
            replacements.add(value.value());
        }
        return RegoString.of(new Replacement(searched, replacements).applied(text, call.meter()));
    }

    private static RegoString trimmed(BuiltinCall call, boolean left, boolean right) {
        String dropped = call.string(1);
        IntPredicate among = point -> dropped.indexOf(point) >= 0;
        String text = left ? CodePoints.trimmedLeft(call.string(0), among) : call.string(0);
        return RegoString.of(right ? CodePoints.trimmedRight(text, among) : text);
    }

    private static RegoString trimPrefix(BuiltinCall call) {
        String text = call.string(0);
        String prefix = call.string(1);
        return RegoString.of(text.startsWith(prefix) ? text.substring(prefix.length()) : text);
    }

    private static RegoString trimSuffix(BuiltinCall call) {
        String text = call.string(0);
        String suffix = call.string(1);
        return RegoString.of(text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text);
    }

    private static RegoString trimSpace(BuiltinCall call) {
        return RegoString.of(CodePoints.trimmedRight(
                CodePoints.trimmedLeft(call.string(0), CodePoints::isSpace), CodePoints::isSpace));
    }
}

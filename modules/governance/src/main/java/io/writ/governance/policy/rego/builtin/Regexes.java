package io.writ.governance.policy.rego.builtin;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.writ.governance.policy.rego.value.ArrayBuilder;
import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoBoolean;
import io.writ.governance.policy.rego.value.RegoString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Regular expressions in RE2's syntax, in time linear to the text. */
final class Regexes {

    private Regexes() {}

    static Map<String, Builtin> family() {
        return Map.of(
                "regex.match", Regexes::match,
                "re_match", Regexes::match,
                "regex.is_valid", Regexes::isValid,
                "regex.find_n", Regexes::find,
                "regex.find_all_string_submatch_n", Regexes::findGroups,
                "regex.split", Regexes::split,
                "regex.replace", Regexes::replace,
                "regex.template_match", Regexes::matchTemplate,
                "regex.globs_match", GlobIntersection::isThere);
    }

    private static Pattern pattern(BuiltinCall call, int position) {
        return call.meter().patterns().pattern(call.string(position));
    }

    private static String text(BuiltinCall call, int position) {
        String text = call.string(position);
        call.meter().charge(text.length() / 8);
        return text;
    }

    private static RegoBoolean match(BuiltinCall call) {
        return RegoBoolean.of(pattern(call, 0).matcher(text(call, 1)).find());
    }

    private static RegoBoolean matchTemplate(BuiltinCall call) {
        RegexTemplate template = new RegexTemplate(call.string(0), delimiter(call, 2), delimiter(call, 3));
        String expression = template.expression(call.meter().patterns());
        return RegoBoolean.of(call.meter()
                .patterns()
                .pattern(expression)
                .matcher(text(call, 1))
                .find());
    }

    private static char delimiter(BuiltinCall call, int position) {
        String delimiter = call.string(position);
        if (delimiter.getBytes(StandardCharsets.UTF_8).length != 1) {
            throw new BuiltinException("a delimiter has to be exactly one character long");
        }
        return delimiter.charAt(0);
    }

    private static RegoBoolean isValid(BuiltinCall call) {
        if (!(call.any(0) instanceof RegoString)) {
            return RegoBoolean.FALSE;
        }
        try {
            return RegoBoolean.of(pattern(call, 0) != null);
        } catch (BuiltinException invalid) {
            return RegoBoolean.FALSE;
        }
    }

    /** Up to so many matches; all when negative. An empty match right after a match does not count. */
    private static List<int[]> spans(Pattern pattern, String text, int most) {
        List<int[]> spans = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        int lastEnd = -1;
        int from = 0;
        while ((most < 0 || spans.size() < most) && from <= text.length() && matcher.find(from)) {
            int start = matcher.start();
            int end = matcher.end();
            if (end > start || start != lastEnd) {
                spans.add(groups(matcher));
                lastEnd = end;
            }
            from = end > start ? end : next(text, end);
        }
        return spans;
    }

    private static int next(String text, int at) {
        return at < text.length() ? at + Character.charCount(text.codePointAt(at)) : at + 1;
    }

    private static int[] groups(Matcher matcher) {
        int[] groups = new int[2 * (matcher.groupCount() + 1)];
        for (int i = 0; i <= matcher.groupCount(); i++) {
            groups[2 * i] = matcher.start(i);
            groups[2 * i + 1] = matcher.end(i);
        }
        return groups;
    }

    private static RegoArray find(BuiltinCall call) {
        String text = text(call, 1);
        return Editing.strings(spans(pattern(call, 0), text, call.integer(2)).stream()
                .map(span -> text.substring(span[0], span[1]))
                .toList());
    }

    private static RegoArray findGroups(BuiltinCall call) {
        String text = text(call, 1);
        ArrayBuilder matches = new ArrayBuilder();
        for (int[] span : spans(pattern(call, 0), text, call.integer(2))) {
            List<String> groups = new ArrayList<>();
            for (int i = 0; i < span.length; i += 2) {
                groups.add(span[i] < 0 ? "" : text.substring(span[i], span[i + 1]));
            }
            matches.add(Editing.strings(groups));
        }
        return matches.frozen();
    }

    private static RegoArray split(BuiltinCall call) {
        Pattern pattern = pattern(call, 0);
        String text = text(call, 1);
        if (!pattern.pattern().isEmpty() && text.isEmpty()) {
            return Editing.strings(List.of(""));
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        int end = 0;
        for (int[] span : spans(pattern, text, -1)) {
            end = span[0];
            if (span[1] != 0) {
                parts.add(text.substring(from, end));
            }
            from = span[1];
        }
        if (end != text.length()) {
            parts.add(text.substring(from));
        }
        return Editing.strings(parts);
    }

    private static RegoString replace(BuiltinCall call) {
        String text = text(call, 0);
        Pattern pattern = pattern(call, 1);
        ReplacementTemplate template = new ReplacementTemplate(call.string(2), pattern.namedGroups());
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (int[] span : spans(pattern, text, -1)) {
            result.append(text, from, span[0]);
            template.expand(result, text, span);
            call.meter().admit(result.length());
            from = span[1];
        }
        return RegoString.of(result.append(text, from, text.length()).toString());
    }
}

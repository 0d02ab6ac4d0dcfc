package io.writ.governance.policy.rego.builtin;

import java.util.Map;

/** The replacement text of {@code regex.replace}: {@code $1}, {@code ${1}}, {@code $name}, and {@code $$} for a dollar. */
record ReplacementTemplate(String template, Map<String, Integer> names) {

    ReplacementTemplate {
        names = Map.copyOf(names);
    }

    /** Appends the text, with groups taken from the spans of one match. */
    void expand(StringBuilder result, String text, int[] spans) {
        int at = 0;
        while (at < template.length()) {
            int dollar = template.indexOf('$', at);
            if (dollar < 0) {
                result.append(template, at, template.length());
                return;
            }
            result.append(template, at, dollar);
            at = reference(result, text, spans, dollar + 1);
        }
    }

    /** Answers where to go on. What is no reference stays as it is. */
    private int reference(StringBuilder result, String text, int[] spans, int at) {
        if (template.startsWith("$", at)) {
            result.append('$');
            return at + 1;
        }
        boolean braced = template.startsWith("{", at);
        int start = braced ? at + 1 : at;
        int end = start;
        while (end < template.length() && isWord(template.charAt(end))) {
            end++;
        }
        if (end == start || (braced && !template.startsWith("}", end))) {
            result.append('$');
            return at;
        }
        int group = group(template.substring(start, end));
        if (group >= 0 && 2 * group + 1 < spans.length && spans[2 * group] >= 0) {
            result.append(text, spans[2 * group], spans[2 * group + 1]);
        }
        return braced ? end + 1 : end;
    }

    private int group(String name) {
        if (name.chars().allMatch(Character::isDigit) && name.length() < 9) {
            return Integer.parseInt(name);
        }
        return names.getOrDefault(name, -1);
    }

    private static boolean isWord(char unit) {
        return Character.isLetterOrDigit(unit) || unit == '_';
    }
}

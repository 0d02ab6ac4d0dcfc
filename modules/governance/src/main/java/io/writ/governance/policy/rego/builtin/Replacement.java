package io.writ.governance.policy.rego.builtin;

import java.util.List;

/**
 * Replaces in one pass from left to right; where several strings are found at one place, the first of the list wins.
 * An empty string is found once at every place, the end included.
 */
record Replacement(List<String> searched, List<String> replacements) {

    Replacement {
        searched = List.copyOf(searched);
        replacements = List.copyOf(replacements);
    }

    String applied(String text, Meter meter) {
        meter.charge((long) text.length() * searched.size() / 16);
        StringBuilder result = new StringBuilder(text.length());
        int at = 0;
        boolean emptyMayMatch = true;
        while (at <= text.length()) {
            int found = foundAt(text, at, emptyMayMatch);
            if (found >= 0) {
                result.append(replacements.get(found));
                meter.admit(result.length());
                at += searched.get(found).length();
                emptyMayMatch = !searched.get(found).isEmpty();
            } else if (at < text.length()) {
                result.appendCodePoint(text.codePointAt(at));
                at += Character.charCount(text.codePointAt(at));
                emptyMayMatch = true;
            } else {
                break;
            }
        }
        return result.toString();
    }

    private int foundAt(String text, int at, boolean emptyMayMatch) {
        for (int i = 0; i < searched.size(); i++) {
            boolean mayMatch = emptyMayMatch || !searched.get(i).isEmpty();
            if (mayMatch && text.startsWith(searched.get(i), at)) {
                return i;
            }
        }
        return -1;
    }
}

package io.writ.governance.transcript;

import io.writ.evidence.canonical.CanonicalString;
import io.writ.governance.Explanation;
import io.writ.governance.RuleResult;
import java.util.List;

/**
 * The rules of one decision in canonical text. A decision has some fifty of them from a handful of files, so packages,
 * files and inputs stand once each, and a rule is a short list: its name, the places of its package and its file, its
 * row, what became of it, and the places of what it read.
 */
final class TracedText {

    static final int UNMATCHED = 0;
    static final int MATCHED = 1;
    static final int CONTRIBUTED = 2;

    /** Stands for a location without a row. */
    static final int NO_ROW = -1;

    private final WordList files = new WordList();
    private final WordList inputs = new WordList();
    private final WordList packages = new WordList();
    private final StringBuilder rules = new StringBuilder(2_048);

    private TracedText() {}

    static AscendingJson of(Explanation.Traced traced) {
        return new TracedText().write(traced.rules(), traced.truncated());
    }

    private AscendingJson write(List<RuleResult> results, boolean truncated) {
        boolean whole = !truncated;
        rules.append('[');
        for (RuleResult result : results) {
            if (length() > ExplanationText.TEXT_MAX) {
                whole = false;
                break;
            }
            rules.append(rules.length() > 1 ? "," : "");
            append(result);
        }
        return new AscendingJson()
                .texts("files", files.words())
                .texts("inputs", inputs.words())
                .texts("packages", packages.words())
                .canonical("rules", rules.append(']'))
                .canonical("truncated", Boolean.toString(!whole))
                .member("version", ExplanationText.VERSION);
    }

    private int length() {
        return rules.length() + files.length() + inputs.length() + packages.length();
    }

    private void append(RuleResult result) {
        int dot = result.rule().lastIndexOf('.');
        rules.append('[');
        CanonicalString.append(rules, result.rule().substring(dot + 1));
        rules.append(',').append(packages.place(result.rule().substring(0, dot + 1)));
        location(result.location());
        rules.append(',').append(outcome(result));
        for (String pointer : result.reads()) {
            rules.append(',').append(inputs.place(pointer));
        }
        rules.append(']');
    }

    private void location(String location) {
        int colon = location.lastIndexOf(':');
        int row = colon < 0 ? NO_ROW : row(location, colon + 1);
        String file = row == NO_ROW ? location : location.substring(0, colon);
        rules.append(',').append(files.place(file)).append(',').append(row);
    }

    /** As it reads back: a row with a sign, with leading zeros or of more than nine digits is part of the file's name. */
    private static int row(String location, int from) {
        int digits = location.length() - from;
        if (digits < 1 || digits > 9 || location.charAt(from) == '0') {
            return NO_ROW;
        }
        int row = 0;
        for (int at = from; at < location.length(); at++) {
            char digit = location.charAt(at);
            if (digit < '0' || digit > '9') {
                return NO_ROW;
            }
            row = 10 * row + digit - '0';
        }
        return row;
    }

    private static int outcome(RuleResult result) {
        if (result.contributed()) {
            return CONTRIBUTED;
        }
        return result.matched() ? MATCHED : UNMATCHED;
    }
}

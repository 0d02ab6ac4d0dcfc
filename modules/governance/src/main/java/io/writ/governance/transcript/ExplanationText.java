package io.writ.governance.transcript;

import io.writ.evidence.canonical.CanonicalString;
import io.writ.governance.Explanation;
import io.writ.governance.LeastChange;
import io.writ.governance.RuleResult;
import java.util.List;

/**
 * How a decision came about, in canonical text. A rule is one short list, since a decision has some fifty of them: its
 * name, where it stands, what became of it, and what it read of the question. No value of the question is in it.
 */
final class ExplanationText {

    static final String CONTRIBUTED = "contributed";
    static final String MATCHED = "matched";
    static final String UNMATCHED = "unmatched";

    /** Of the format of this member; a reader that does not know it shows nothing rather than something wrong. */
    static final int VERSION = 1;

    /** Three times what the longest decision of the shipped policy takes; the record stays small beside its evidence. */
    static final int TEXT_MAX = 16 * 1024;

    private ExplanationText() {}

    static AscendingJson of(Explanation explanation) {
        return switch (explanation) {
            case Explanation.Traced(var rules, var truncated) -> traced(rules, truncated);
            case Explanation.Opaque(var reason) ->
                new AscendingJson().member("opaque", reason).member("version", VERSION);
        };
    }

    static AscendingJson of(LeastChange change) {
        return new AscendingJson()
                .canonical("alternatives", ChangeText.of(change.alternatives()))
                .canonical("complete", Boolean.toString(change.complete()));
    }

    private static AscendingJson traced(List<RuleResult> rules, boolean truncated) {
        StringBuilder text = new StringBuilder(96 * rules.size() + 2).append('[');
        boolean whole = !truncated;
        for (RuleResult rule : rules) {
            if (text.length() > TEXT_MAX) {
                whole = false;
                break;
            }
            text.append(text.length() > 1 ? "," : "");
            append(text, rule);
        }
        return new AscendingJson()
                .canonical("rules", text.append(']'))
                .canonical("truncated", Boolean.toString(!whole))
                .member("version", VERSION);
    }

    private static void append(StringBuilder text, RuleResult rule) {
        text.append('[');
        CanonicalString.append(text, rule.rule());
        text.append(',');
        CanonicalString.append(text, rule.location());
        text.append(",\"").append(outcome(rule)).append('"');
        for (String pointer : rule.reads()) {
            text.append(',');
            CanonicalString.append(text, pointer);
        }
        text.append(']');
    }

    private static String outcome(RuleResult rule) {
        if (rule.contributed()) {
            return CONTRIBUTED;
        }
        return rule.matched() ? MATCHED : UNMATCHED;
    }
}

package io.writ.governance.transcript;

import io.writ.governance.Explanation;
import io.writ.governance.LeastChange;

/** How a decision came about, in canonical text. No value of the question is in it. */
final class ExplanationText {

    /** Of the format of this member; a reader that does not know it shows nothing rather than something wrong. */
    static final int VERSION = 2;

    /** Six times what the longest decision of the shipped policy takes; the record stays small beside its evidence. */
    static final int TEXT_MAX = 16 * 1024;

    private ExplanationText() {}

    static AscendingJson of(Explanation explanation) {
        return switch (explanation) {
            case Explanation.Traced traced -> TracedText.of(traced);
            case Explanation.Opaque(var reason) ->
                new AscendingJson().member("opaque", reason).member("version", VERSION);
        };
    }

    static AscendingJson of(LeastChange change) {
        return new AscendingJson()
                .canonical("alternatives", ChangeText.of(change.alternatives()))
                .canonical("complete", Boolean.toString(change.complete()));
    }
}

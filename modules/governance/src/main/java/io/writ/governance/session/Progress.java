package io.writ.governance.session;

import io.writ.evidence.Label;

/** How far a session has come. Every member only ever grows, so an old one may refuse too late but never too early. */
public record Progress(RunCounts counts, long bytes, Label label, boolean finalized) {

    /** A session that has done nothing yet. */
    public static final Progress NONE = new Progress(RunCounts.OPENED, 0, Label.NONE, false);

    public int calls() {
        return counts.answered();
    }

    /** The least progress that is at least as far as both. */
    public Progress join(Progress other) {
        return new Progress(
                counts.join(other.counts),
                Math.max(bytes, other.bytes),
                label.join(other.label),
                finalized || other.finalized);
    }
}

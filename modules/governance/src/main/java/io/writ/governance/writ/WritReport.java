package io.writ.governance.writ;

import java.util.List;
import java.util.Optional;

/**
 * What came of verifying a file.
 *
 * @param found what does not hold: first what ends it, then, when only the signature does not fit, what is wrong inside
 * @param trusted whether the key of the log was given by whoever asked; no other key is
 *     trusted, even where it holds
 * @param facts what the writ says; absent when it cannot be read that far
 */
public record WritReport(List<Found> found, boolean trusted, Optional<WritFacts> facts) {

    public WritReport {
        found = List.copyOf(found);
    }

    /** The five ways in which it can end. */
    public enum Verdict {
        /** Everything holds under a key that was given. */
        PROVEN,
        /** Something does not hold. */
        BROKEN,
        /** It is no writ that this program can read. */
        UNREADABLE,
        /** Everything holds, but the key was taken from the file itself. */
        CONSISTENT,
        /** The same, and none of the keys that were given is that one: the log changed its key, or it is another log. */
        OTHER_KEY
    }

    public Verdict verdict() {
        if (!found.isEmpty()) {
            if (found.stream().allMatch(each -> each.fault() == Fault.KEY_OTHER)) {
                return Verdict.OTHER_KEY;
            }
            return found.getFirst().fault().isUnreadable() ? Verdict.UNREADABLE : Verdict.BROKEN;
        }
        return trusted ? Verdict.PROVEN : Verdict.CONSISTENT;
    }
}

package io.writ.governance;

import java.util.Optional;

/**
 * What somebody may be told about how a decision came about.
 *
 * @param explanation the rules, or why they are not told
 * @param leastChange what would have to be different, for a denial, where it was looked for
 */
public record Grounds(Explanation explanation, Optional<LeastChange> leastChange) {

    /** Nothing was asked, so there is nothing to tell. */
    public static final Grounds UNASKED = of(Explanation.UNASKED);

    /** An explanation alone. */
    public static Grounds of(Explanation explanation) {
        return new Grounds(explanation, Optional.empty());
    }
}

package io.writ.governance;

import java.util.List;

/** How a decision came about. */
public sealed interface Explanation {

    /**
     * Told by the evaluation itself.
     *
     * @param rules in the order in which they were first evaluated
     * @param truncated more rules were evaluated than are listed
     */
    record Traced(List<RuleResult> rules, boolean truncated) implements Explanation {
        public Traced {
            rules = List.copyOf(rules);
        }
    }

    /** There is none; the reason says why, for instance that a remote engine gives none. */
    record Opaque(String reason) implements Explanation {}

    /** For decisions that no engine took part in. */
    Explanation UNASKED = new Opaque("no engine was asked");
}

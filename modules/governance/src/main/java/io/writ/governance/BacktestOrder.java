package io.writ.governance;

import java.util.Optional;
import java.util.Set;

/**
 * A backtest that somebody wants.
 *
 * @param decisions how many of the tenant's newest decisions
 * @param failOn names of the kinds of flips that fail; absent for those that fail by default
 */
public record BacktestOrder(CandidatePolicy candidate, int decisions, Optional<Set<String>> failOn) {

    /** A run over so many takes about a minute of two processors; who wants more uses the command line. */
    public static final int DECISIONS_MAX = 100_000;

    /** When nobody says how many. */
    public static final int DECISIONS_DEFAULT = 10_000;

    public BacktestOrder {
        failOn = failOn.map(Set::copyOf);
        if (decisions < 1 || decisions > DECISIONS_MAX) {
            throw new IllegalArgumentException("a backtest is about 1 to " + DECISIONS_MAX + " decisions");
        }
    }
}

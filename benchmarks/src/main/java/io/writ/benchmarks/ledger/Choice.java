package io.writ.benchmarks.ledger;

import java.nio.file.Path;
import java.util.Set;

/**
 * What the caller wants measured.
 *
 * @param goals ids of the goals
 * @param growth whether a million entries may be loaded for one of them
 * @param root the checkout
 * @param server the built server
 */
record Choice(Set<String> goals, int rounds, boolean quick, boolean growth, Path root, Path server) {

    Choice {
        goals = Set.copyOf(goals);
    }

    Pace pace() {
        return quick ? Pace.QUICK : Pace.FULL;
    }

    Path work() {
        return root.resolve(".writ/bench-ledger");
    }

    boolean wants(String goal) {
        return goals.contains(goal);
    }
}

package io.writ.benchmarks.ledger;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A line of the table that is made of slices.
 *
 * @param needs what must have been measured in every round
 */
record Goal(String id, Set<Point> needs, Function<Rounds, List<Leg>> legs) {

    Goal {
        needs = Set.copyOf(needs);
    }

    Outcome of(Rounds rounds) {
        return new Outcome.Measured(legs.apply(rounds));
    }
}

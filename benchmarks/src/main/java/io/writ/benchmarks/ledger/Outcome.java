package io.writ.benchmarks.ledger;

import java.util.List;

/** What became of a goal in a run. */
sealed interface Outcome {

    record Measured(List<Leg> legs) implements Outcome {

        public Measured {
            legs = List.copyOf(legs);
        }
    }

    record NotMeasured(String why) implements Outcome {}

    /** The word in the last column. */
    default String verdict() {
        return switch (this) {
            case NotMeasured _ -> "not measured";
            case Measured(List<Leg> legs) when legs.stream().allMatch(Leg::reachesAmbition) -> "ambition";
            case Measured(List<Leg> legs) when legs.stream().allMatch(Leg::reachesMust) -> "must";
            case Measured _ -> "**missed**";
        };
    }

    default String text() {
        return switch (this) {
            case NotMeasured(String why) -> why;
            case Measured(List<Leg> legs) ->
                String.join("; ", legs.stream().map(Leg::text).toList());
        };
    }
}

package io.writ.benchmarks.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final Spread ONE = new Spread(1.0, 0.5, 2.0);

    @Test
    void theMedianDecidesAndNotTheBestRound() {
        assertThat(verdict(Leg.atLeast("x", ONE, 1.5, 2.0))).isEqualTo("**missed**");
        assertThat(verdict(Leg.atLeast("x", ONE, 0.9, 1.1))).isEqualTo("must");
        assertThat(verdict(Leg.atLeast("x", ONE, 0.9, 1.0))).isEqualTo("ambition");
        assertThat(verdict(Leg.atMost("x", ONE, 0.9, 0.5))).isEqualTo("**missed**");
        assertThat(verdict(Leg.atMost("x", ONE, 1.0, 0.5))).isEqualTo("must");
    }

    @Test
    void oneLegThatFailsMissesTheGoal() {
        assertThat(verdict(Leg.atLeast("a", ONE, 0.5, 0.6), Leg.atMost("b", ONE, 0.9, 0.8)))
                .isEqualTo("**missed**");
    }

    @Test
    void whatWasNotMeasuredIsNeverReached() {
        Outcome outcome = new Outcome.NotMeasured("no compiler");
        assertThat(outcome.verdict()).isEqualTo("not measured");
        assertThat(outcome.text()).isEqualTo("no compiler");
    }

    @Test
    void everyGoalOfTheTableIsMeasuredBySomebody() {
        Stream<String> bySlices = Goals.ofSlices().stream().map(Goal::id);
        Stream<String> byScenarios = Stream.of("G4", "G10", "G14", "G15", "G16", "G17", "G18", "G19");
        assertThat(Stream.concat(bySlices, byScenarios).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(GoalText.ids());
    }

    private static String verdict(Leg... legs) {
        return new Outcome.Measured(List.of(legs)).verdict();
    }
}

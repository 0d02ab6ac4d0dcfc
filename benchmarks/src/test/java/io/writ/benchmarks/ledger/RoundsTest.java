package io.writ.benchmarks.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final Point BASE = Point.of(Goals.L0X, 8);
    private static final Point T = Point.of(Goals.T, 8);

    @Test
    void theMedianIsTakenOfRatiosAndNotTheRatioOfMedians() {
        Rounds rounds = rounds(new double[] {100, 1_000, 10_000}, new double[] {200, 500, 9_000});
        // Ratios 2.0, 0.5 and 0.9; the ratio of the medians would be 0.5.
        assertThat(rounds.ratio(T, BASE, SliceFigures::perSecond)).isEqualTo(new Spread(0.9, 0.5, 2.0));
    }

    @Test
    void theMeanOfTwoSlicesOfTheBaseStandsForItsRound() {
        Rounds rounds = new Rounds();
        rounds.add(0, BASE, rate(100));
        rounds.add(0, T, rate(150));
        rounds.add(0, BASE, rate(200));
        assertThat(rounds.ratio(T, BASE, SliceFigures::perSecond).median()).isEqualTo(1.0);
    }

    @Test
    void aChangeIsTheRatioLessOne() {
        Rounds rounds = rounds(new double[] {100}, new double[] {88});
        assertThat(rounds.change(T, BASE, SliceFigures::perSecond).percent()).startsWith("-12 %");
    }

    @Test
    void aPointThatARoundLacksWasNotMeasured() {
        Rounds rounds = rounds(new double[] {1, 2}, new double[] {1, 2});
        rounds.add(2, BASE, rate(3));
        assertThat(rounds.have(Set.of(BASE))).isTrue();
        assertThat(rounds.have(Set.of(BASE, T))).isFalse();
        assertThatThrownBy(() -> rounds.of(T, SliceFigures::perSecond)).hasMessageContaining("not measured");
    }

    @Test
    void nothingWasMeasuredInNoRound() {
        assertThat(new Rounds().have(Set.of(BASE))).isFalse();
        assertThatThrownBy(() -> Spread.of(DoubleStream.empty())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMedianOfAnEvenNumberOfRoundsLiesBetween() {
        assertThat(Spread.of(DoubleStream.of(4, 1, 3, 2))).isEqualTo(new Spread(2.5, 1, 4));
    }

    @Test
    void aRoundWithoutANumberIsNoRound() {
        assertThatThrownBy(() -> Spread.of(DoubleStream.of(1, Double.NaN))).hasMessageContaining("no number");
        assertThatThrownBy(() -> rounds(new double[] {0}, new double[] {1}).ratio(T, BASE, SliceFigures::perSecond))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theBaseIsMeasuredAtBothEndsOfItsNumberOfCallers() {
        Point many = Point.of(Goals.L0X, 64);
        Point manyT = Point.of(Goals.T, 64);
        assertThat(SliceRounds.order(List.of(manyT, many, T, BASE))).containsExactly(BASE, T, BASE, many, manyT, many);
    }

    private static Rounds rounds(double[] base, double[] other) {
        Rounds rounds = new Rounds();
        for (int round = 0; round < base.length; round++) {
            rounds.add(round, BASE, rate(base[round]));
            rounds.add(round, T, rate(other[round]));
        }
        return rounds;
    }

    private static SliceFigures rate(double perSecond) {
        return new SliceFigures(perSecond, 1, 2, 0, 100, 40, 1_000, 0.1);
    }
}

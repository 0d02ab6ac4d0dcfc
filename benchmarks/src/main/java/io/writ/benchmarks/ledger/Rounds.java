package io.writ.benchmarks.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** All slices of all rounds. A ratio is formed inside a round, and only then is the median taken. */
final class Rounds {

    private final List<Map<Point, List<SliceFigures>>> rounds = new ArrayList<>();

    /** Adds a slice to a round, counted from 0; a point may be measured more than once in a round. */
    void add(int round, Point point, SliceFigures figures) {
        while (rounds.size() <= round) {
            rounds.add(new LinkedHashMap<>());
        }
        rounds.get(round).computeIfAbsent(point, _ -> new ArrayList<>()).add(figures);
    }

    int count() {
        return rounds.size();
    }

    /** Tells whether every round measured all of these. */
    boolean have(Iterable<Point> points) {
        for (Point point : points) {
            if (rounds.isEmpty() || !rounds.stream().allMatch(round -> round.containsKey(point))) {
                return false;
            }
        }
        return true;
    }

    Set<Point> points() {
        Set<Point> all = new LinkedHashSet<>();
        rounds.forEach(round -> all.addAll(round.keySet()));
        return all;
    }

    Spread of(Point point, ToDoubleFunction<SliceFigures> figure) {
        return Spread.of(rounds.stream().mapToDouble(round -> mean(round, point, figure)));
    }

    /** The figure of one point as a multiple of another's in the same round. */
    Spread ratio(Point point, Point base, ToDoubleFunction<SliceFigures> figure) {
        return Spread.of(rounds.stream().mapToDouble(round -> mean(round, point, figure) / mean(round, base, figure)));
    }

    /** The same as a change: 0.08 is 8 % more. */
    Spread change(Point point, Point base, ToDoubleFunction<SliceFigures> figure) {
        return Spread.of(
                rounds.stream().mapToDouble(round -> mean(round, point, figure) / mean(round, base, figure) - 1));
    }

    /** How much more one point has than another in the same round. */
    Spread difference(Point point, Point base, ToDoubleFunction<SliceFigures> figure) {
        return Spread.of(rounds.stream().mapToDouble(round -> mean(round, point, figure) - mean(round, base, figure)));
    }

    private static double mean(
            Map<Point, List<SliceFigures>> round, Point point, ToDoubleFunction<SliceFigures> figure) {
        List<SliceFigures> slices = round.get(point);
        if (slices == null) {
            throw new IllegalArgumentException(point + " was not measured in every round");
        }
        return slices.stream().mapToDouble(figure).average().orElseThrow();
    }
}

package io.writ.benchmarks.ledger;

import static io.writ.benchmarks.ledger.Leg.atLeast;
import static io.writ.benchmarks.ledger.Leg.atMost;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** How each goal is formed of slices. */
final class Goals {

    static final String L0 = "L0";
    static final String L0X = "L0x";
    static final String L0B = "L0b";
    static final String T = "T";
    static final String T_COMMIT = "T+commit";
    static final String T16 = "T16";
    static final String T16_TREE = "T16+tree";
    static final String G = "G";
    static final String G_TWO = "G-2";
    static final String G_FOUR = "G-4";
    static final String G_TREE = "G+tree";

    private static final Point L0_64 = Point.of(L0, 64);
    private static final Point L0X_8 = Point.of(L0X, 8);
    private static final Point L0X_32 = Point.of(L0X, 32);
    private static final Point L0X_64 = Point.of(L0X, 64);
    private static final Point L0X_SLOW = Point.slow(L0X, 64);
    private static final Point T_32 = Point.of(T, 32);
    private static final Point T_64 = Point.of(T, 64);
    private static final Point G_32 = Point.of(G, 32);
    private static final Point G_64 = Point.of(G, 64);
    private static final Point T16_32 = Point.of(T16, 32);
    private static final Point T16_64 = Point.of(T16, 64);
    private static final Point T16_TREE_32 = Point.of(T16_TREE, 32);
    private static final Point T16_TREE_64 = Point.of(T16_TREE, 64);

    private Goals() {}

    static List<Goal> ofSlices() {
        return List.of(
                goal(
                        "G1",
                        Set.of(Point.of(T, 8), L0X_8, T_32, L0X_32),
                        rounds -> List.of(
                                rate(rounds, Point.of(T, 8), L0X_8, 0.95, 1.00),
                                rate(rounds, T_32, L0X_32, 0.87, 0.95))),
                goal("G2", Set.of(T_64, L0X_64), rounds -> List.of(rate(rounds, T_64, L0X_64, 0.78, 0.90))),
                goal(
                        "G3",
                        Set.of(Point.slow(T, 64), L0X_SLOW),
                        rounds -> List.of(rate(rounds, Point.slow(T, 64), L0X_SLOW, 0.95, 1.00))),
                goal(
                        "G5",
                        Set.of(G_64, L0X_64, L0_64),
                        rounds -> List.of(rate(rounds, G_64, L0X_64, 1.6, 2.2), rate(rounds, G_64, L0_64, 1.3, 1.7))),
                goal("G6", Set.of(G_32, L0X_32, G_64, L0X_64, Point.of(L0B, 32), Point.of(L0B, 64)), Goals::cpuOfG),
                goal(
                        "G7",
                        Set.of(Point.of(G_TWO, 32), Point.of(G_FOUR, 32), L0X_32),
                        rounds -> List.of(
                                rate(rounds, Point.of(G_TWO, 32), L0X_32, 1.7, 2.2),
                                rate(rounds, Point.of(G_FOUR, 32), L0X_32, 1.7, 2.2))),
                goal(
                        "G8",
                        Set.of(Point.slow(G, 64), L0X_SLOW),
                        rounds -> List.of(
                                rate(rounds, Point.slow(G, 64), L0X_SLOW, 1.9, 2.5),
                                p99(rounds, Point.slow(G, 64), L0X_SLOW, 0.35, 0.25))),
                goal("G9", Set.of(T16_32, T16_64, T16_TREE_32, T16_TREE_64), Goals::costOfTree),
                goal(
                        "G11",
                        Set.of(T_64, G_64, L0X_64),
                        rounds -> List.of(p99(rounds, T_64, L0X_64, 1.20, 1.05), p99(rounds, G_64, L0X_64, 0.5, 0.35))),
                goal(
                        "G12",
                        Set.of(T_32, L0X_32, T16_32, T16_TREE_32),
                        rounds ->
                                List.of(wal(rounds, T_32, L0X_32, 350, 250), wal(rounds, T16_TREE_32, T16_32, 60, 45))),
                goal("G13", Set.of(T_64, G_64, L0X_64), Goals::flushes));
    }

    private static Goal goal(String id, Set<Point> needs, Function<Rounds, List<Leg>> legs) {
        return new Goal(id, needs, legs);
    }

    private static Leg rate(Rounds rounds, Point point, Point base, double must, double ambition) {
        Spread ratio = rounds.ratio(point, base, SliceFigures::perSecond);
        Spread cpu = rounds.ratio(point, base, SliceFigures::cpuMicros);
        String text = String.format(Locale.ROOT, "%s × %s, CPU × %.2f", ratio.ratio(), base.design(), cpu.median());
        return atLeast(text, ratio, must, ambition);
    }

    private static Leg p99(Rounds rounds, Point point, Point base, double must, double ambition) {
        Spread ratio = rounds.ratio(point, base, SliceFigures::p99Millis);
        return atMost("p99 " + ratio.ratio() + " × " + base.design(), ratio, must, ambition);
    }

    private static Leg wal(Rounds rounds, Point point, Point base, double must, double ambition) {
        Spread bytes = rounds.difference(point, base, SliceFigures::walBytes);
        return atMost(bytes.with("%.0f", " B"), bytes, must, ambition);
    }

    private static Leg cpu(Rounds rounds, Point point, Point base, double must, double ambition) {
        Spread ratio = rounds.ratio(point, base, SliceFigures::cpuMicros);
        return atMost(ratio.ratio() + " × " + base.design(), ratio, must, ambition);
    }

    private static List<Leg> cpuOfG(Rounds rounds) {
        Spread without = rounds.ratio(Point.of(L0B, 64), L0X_64, SliceFigures::cpuMicros);
        Leg floor = new Leg("(L0b " + without.ratio() + ")", 0, false, 0, 0);
        return List.of(cpu(rounds, G_32, L0X_32, 0.45, 0.30), cpu(rounds, G_64, L0X_64, 0.45, 0.30), floor);
    }

    private static List<Leg> costOfTree(Rounds rounds) {
        return List.of(
                added(rounds, T16_TREE_32, T16_32),
                added(rounds, T16_TREE_64, T16_64),
                lost(rounds, T16_TREE_32, T16_32),
                lost(rounds, T16_TREE_64, T16_64));
    }

    private static Leg added(Rounds rounds, Point with, Point without) {
        Spread more = rounds.change(with, without, SliceFigures::cpuMicros);
        return atMost("CPU " + more.percent(), more, 0.12, 0.05);
    }

    private static Leg lost(Rounds rounds, Point with, Point without) {
        Spread more = rounds.change(with, without, SliceFigures::perSecond);
        return atLeast("rate " + more.percent(), more, -0.12, -0.05);
    }

    private static List<Leg> flushes(Rounds rounds) {
        Spread t = rounds.ratio(T_64, L0X_64, SliceFigures::flushes);
        Spread g = rounds.ratio(G_64, L0X_64, SliceFigures::flushes);
        Spread each = rounds.of(G_64, SliceFigures::flushes);
        return List.of(
                atMost(t.ratio() + " × L0x", t, 1.0, 1.0),
                atMost(g.ratio() + " × L0x", g, 1.0, 1.0),
                atMost("path G " + each.with("%.3f", ""), each, Double.MAX_VALUE, 0.03));
    }
}

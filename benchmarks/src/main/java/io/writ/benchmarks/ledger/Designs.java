package io.writ.benchmarks.ledger;

import java.util.Map;

/** Every design by its name in the tables. */
final class Designs {

    /** More than any number of callers here: each caller has a lane of its own. */
    private static final int LANE_PER_CALLER = 64;

    /** What a server has unless it is told otherwise. */
    static final int LANES_OF_A_SERVER = 16;

    private Designs() {}

    /** The design of this name. */
    static Design named(String name, Map<String, Design> designs) {
        Design design = designs.get(name);
        if (design == null) {
            throw new IllegalArgumentException("nobody knows the design " + name);
        }
        return design;
    }

    static Map<String, Design> all(Decisions.Source source, Decisions.Source unchained) {
        Design sixteen = new PathT(source, LANES_OF_A_SERVER, false);
        return Map.ofEntries(
                Map.entry(Goals.L0, new OneRow()),
                Map.entry(Goals.L0X, new PlainRows(unchained)),
                Map.entry(Goals.L0B, new GroupWithoutLedger(unchained)),
                Map.entry(Goals.T, new PathT(source, LANE_PER_CALLER, false)),
                Map.entry(Goals.T_COMMIT, new PathT(source, LANE_PER_CALLER, true)),
                Map.entry(Goals.G, new PathG(source, 1)),
                Map.entry(Goals.G_TWO, new PathG(source, 2)),
                Map.entry(Goals.G_FOUR, new PathG(source, 4)),
                Map.entry(Goals.G_TREE, new WithTree(new PathG(source, 1), WithTree.CYCLE)),
                Map.entry(Goals.T16, sixteen),
                Map.entry(Goals.T16_TREE, new WithTree(sixteen, WithTree.CYCLE)));
    }
}

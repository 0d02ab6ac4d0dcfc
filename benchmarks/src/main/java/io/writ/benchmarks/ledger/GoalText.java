package io.writ.benchmarks.ledger;

import java.util.List;

/** The table as it was set: what, the must and the ambition of every goal. */
record GoalText(String id, String what, String must, String ambition) {

    static final List<GoalText> ALL = List.of(
            new GoalText("G1", "path T, one statement, c=8; c=32", "≥ 0.95; ≥ 0.87 × L0x", "≥ 1.00; ≥ 0.95"),
            new GoalText("G2", "path T, c=64", "≥ 0.78 × L0x", "≥ 0.90"),
            new GoalText("G3", "path T, c=64, 1 ms flush", "≥ 0.95 × L0x", "≥ 1.00"),
            new GoalText(
                    "G4", "path T through the server's JTA, c=32", "≥ 0.50 × L0x; ≤ 2.2 × its CPU", "≥ 0.58; ≤ 1.9"),
            new GoalText("G5", "path G, c=64", "≥ 1.6 × L0x; ≥ 1.3 × L0", "≥ 2.2; ≥ 1.7"),
            new GoalText("G6", "path G, CPU per decision, c=32; c=64", "≤ 0.45 × L0x", "≤ 0.30"),
            new GoalText("G7", "path G, 2; 4 nodes on one database, c=32", "≥ 1.7 × L0x", "≥ 2.2"),
            new GoalText("G8", "path G, 1 ms flush, c=64: rate; p99", "≥ 1.9; ≤ 0.35 × L0x", "≥ 2.5; ≤ 0.25"),
            new GoalText(
                    "G9", "sequencer, 100 ms, 16 lanes: CPU; rate, c=32; c=64", "≤ +12 %; ≥ −12 %", "≤ +5 %; ≥ −5 %"),
            new GoalText(
                    "G10",
                    "commit to signed inclusion, c=32: p50; p99; p99 of a 50 ms cycle",
                    "≤ 65 ms; ≤ 200 ms",
                    "p99 ≤ 150 ms; 50 ms cycle ≤ 110 ms"),
            new GoalText("G11", "p99 of path T; path G, c=64", "≤ 1.20; ≤ 0.5 × L0x", "≤ 1.05; ≤ 0.35"),
            new GoalText("G12", "WAL over L0x: entry; tree", "≤ 350 B; ≤ 60 B", "≤ 250 B; ≤ 45 B"),
            new GoalText("G13", "flushes per decision, c=64: path T; path G", "≤ L0x", "path G ≤ 0.03 per decision"),
            new GoalText("G14", "rate over L0x at 1 M entries over that at 10 k", "≥ 0.90", "≥ 0.97"),
            new GoalText(
                    "G15",
                    "verification from the database, one thread: chains; bodies",
                    "≥ 731 k/s; ≥ 57 k/s",
                    "of exports: ≥ 4 M/s; ≥ 1 M/s, × 1.8 on two threads"),
            new GoalText("G16", "inclusion proof from the database, p99", "≤ 3 ms", "≤ 1 ms"),
            new GoalText(
                    "G17",
                    "gap between checkpoints: leader killed; leader frozen",
                    "≤ 1 s; ≤ 3 s",
                    "≤ 300 ms; ≤ 1.5 s"),
            new GoalText("G18", "acknowledged and lost, unchained or outside the tree after a crash", "0", "0"),
            new GoalText("G19", "whole request over HTTP, policy and ledger, c=32", "≥ 0.25 × L0x", "≥ 0.40"));

    static List<String> ids() {
        return ALL.stream().map(GoalText::id).toList();
    }
}

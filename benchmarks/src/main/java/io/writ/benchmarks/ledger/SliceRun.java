package io.writ.benchmarks.ledger;

import io.writ.benchmarks.load.Loop;
import io.writ.benchmarks.load.Served;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;

/** One slice: empty tables, a ramp, a window, and the checks afterwards. */
final class SliceRun {

    /** Past this share of foreign work a slice waits a little before it begins. */
    private static final double CALM = 0.15;

    private static final int CALM_TRIES = 5;
    private static final long CALM_PROBE_MILLIS = 150;

    private static final ThreadFactory THREADS =
            Thread.ofPlatform().name("caller-", 0).factory();

    private final Cluster cluster;
    private final Ground ground;
    private final Pace pace;
    private final LedgerCheck check;
    private final Meter meter;
    private final boolean clears;

    private SliceRun(Cluster cluster, Ground ground, Pace pace, List<LongSupplier> others, boolean clears) {
        this.cluster = cluster;
        this.ground = ground;
        this.pace = pace;
        this.check = new LedgerCheck(ground);
        this.meter = new Meter(cluster, ground, others);
        this.clears = clears;
    }

    /** Every slice begins with empty tables. */
    static SliceRun onEmptyTables(Cluster cluster, Ground ground, Pace pace) {
        return new SliceRun(cluster, ground, pace, List.of(), true);
    }

    /** Tables stay as they are and grow. */
    static SliceRun onGrowingTables(Cluster cluster, Ground ground, Pace pace) {
        return new SliceRun(cluster, ground, pace, List.of(), false);
    }

    /**
     * Slices beside a server, which holds its lanes: tables stay as they are.
     *
     * @param server its processor time
     */
    static SliceRun beside(LongSupplier server, Cluster cluster, Ground ground, Pace pace) {
        return new SliceRun(cluster, ground, pace, List.of(server), false);
    }

    SliceFigures measure(Point point, Design design) throws SQLException {
        if (clears) {
            ground.clear();
        }
        awaitCalm();
        long before = check.count(design.leaves());
        long flushesBefore = ground.flushes();
        Meter.Reading begin;
        Meter.Reading end;
        Served served;
        try (Design.Opened opened = design.open(cluster.access(), point.callers())) {
            Loop loop = opened.start(point.callers(), THREADS);
            try {
                Pause.millis(pace.rampMillis());
                begin = meter.read();
                loop.open();
                Pause.millis(pace.windowMillis());
                end = meter.read();
            } finally {
                served = loop.end();
            }
        }
        if (served.inWindow() == 0) {
            throw new RunRejected(point.toString(), "no call was answered in the window");
        }
        ground.awaitQuiet();
        long flushes = ground.flushes() - flushesBefore;
        if (design.leaves() == Design.Leaves.SERVED) {
            WithTree.awaitFolded(cluster.access());
        }
        long added = check.count(design.leaves()) - before;
        check.after(point.toString(), design.leaves(), added, served.total());
        return figures(begin, end, served, flushes);
    }

    private static SliceFigures figures(Meter.Reading begin, Meter.Reading end, Served served, long flushes) {
        return new SliceFigures(
                served.inWindow() / end.secondsSince(begin),
                served.p50Millis(),
                served.p99Millis(),
                end.foreignShareSince(begin),
                end.cpuMicrosSince(begin) / served.inWindow(),
                end.clientMicrosSince(begin) / served.inWindow(),
                (double) (end.walBytes() - begin.walBytes()) / served.inWindow(),
                (double) flushes / served.total());
    }

    private void awaitCalm() throws SQLException {
        for (int tries = 0; tries < CALM_TRIES; tries++) {
            Meter.Reading before = meter.read();
            Pause.millis(CALM_PROBE_MILLIS);
            if (meter.read().foreignShareSince(before) < CALM) {
                return;
            }
        }
    }
}

package io.writ.benchmarks.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.function.LongSupplier;

/** What is read at both ends of a window: clocks of processors, and the end of the write-ahead log. */
final class Meter {

    private final Cluster cluster;
    private final Ground ground;

    /** Processor time of those who take part and are neither this process nor the database. */
    private final List<LongSupplier> others;

    Meter(Cluster cluster, Ground ground, List<LongSupplier> others) {
        this.cluster = cluster;
        this.ground = ground;
        this.others = List.copyOf(others);
    }

    /**
     * A moment.
     *
     * @param clientCpu of this process
     * @param ownCpu of all who take part
     */
    record Reading(long nanos, long clientCpu, long ownCpu, long machineCpu, long walBytes) {

        double cpuMicrosSince(Reading begin) {
            return (ownCpu - begin.ownCpu) / 1e3;
        }

        double clientMicrosSince(Reading begin) {
            return (clientCpu - begin.clientCpu) / 1e3;
        }

        double secondsSince(Reading begin) {
            return (nanos - begin.nanos) / 1e9;
        }

        double foreignShareSince(Reading begin) {
            double foreign = (machineCpu - begin.machineCpu) - (double) (ownCpu - begin.ownCpu);
            return Math.clamp(foreign / ((nanos - begin.nanos) * (double) Processors.count()), 0, 1);
        }
    }

    Reading read() throws SQLException {
        long wal = ground.walBytes();
        long client = Processors.ownNanos();
        long cpu = client + Processors.familyNanos(cluster.process());
        for (LongSupplier other : others) {
            cpu += other.getAsLong();
        }
        return new Reading(System.nanoTime(), client, cpu, Processors.machineNanos(), wal);
    }
}

package io.writ.benchmarks.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Processor time from the accounting of Linux. Processes of one thread are asked for nanoseconds; a server process that
 * ended meanwhile is found in what its parent waited for, in ticks of a hundredth of a second.
 */
final class Processors {

    private static final long NANOS_PER_TICK = 10_000_000;
    private static final int COUNT = Runtime.getRuntime().availableProcessors();

    /** Positions in {@code /proc/PID/stat} behind the name, which may hold blanks. */
    private static final int OWN_FROM = 11;

    private static final int WAITED_FOR_FROM = 13;

    private Processors() {}

    static boolean areCounted() {
        return Files.isReadable(Path.of("/proc/stat")) && Files.isReadable(Path.of("/proc/self/schedstat"));
    }

    static int count() {
        return COUNT;
    }

    /** This process, all threads. */
    static long ownNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    /** Another process with many threads. */
    static long nanosOf(long pid) {
        return sum(stat(pid), OWN_FROM) * NANOS_PER_TICK;
    }

    /** A process that forks one child per task, with the children that are and those that were. */
    static long familyNanos(ProcessHandle parent) {
        long alive = Stream.concat(Stream.of(parent), parent.children())
                .mapToLong(process -> aloneNanos(process.pid()))
                .sum();
        return alive + sum(stat(parent.pid()), WAITED_FOR_FROM) * NANOS_PER_TICK;
    }

    /** What all processes together used of all processors. */
    static long machineNanos() {
        String[] ticks = read(Path.of("/proc/stat"))
                .lines()
                .findFirst()
                .orElseThrow()
                .strip()
                .split(" +", -1);
        long used = LongStream.of(1, 2, 3, 6, 7, 8)
                .map(column -> Long.parseLong(ticks[(int) column]))
                .sum();
        return used * NANOS_PER_TICK;
    }

    private static long aloneNanos(long pid) {
        try {
            String text = Files.readString(Path.of("/proc/" + pid + "/schedstat"));
            return Long.parseLong(text.substring(0, text.indexOf(' ')));
        } catch (IOException ended) {
            return 0;
        }
    }

    private static List<String> stat(long pid) {
        String text = read(Path.of("/proc/" + pid + "/stat"));
        return List.of(text.substring(text.lastIndexOf(')') + 2).split(" ", -1));
    }

    private static long sum(List<String> stat, int from) {
        return Long.parseLong(stat.get(from)) + Long.parseLong(stat.get(from + 1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("reading " + file, failed);
        }
    }
}

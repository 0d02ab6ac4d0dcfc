package io.writ.benchmarks;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What one window of decisions took.
 *
 * @param sorted nanoseconds of each decision, ascending
 * @param own processor time of this process: collector and compiler included
 * @param others processor time of the process that was asked
 */
record PolicyFigures(List<Long> sorted, Duration own, Duration others) {

    PolicyFigures {
        sorted = List.copyOf(sorted);
    }

    /** Asks the questions in turn, so many times, one after another. */
    static PolicyFigures measure(
            List<JsonObject> questions, int count, Function<JsonObject, JsonValue> engine, Supplier<Duration> others) {
        long[] nanos = new long[count];
        Duration othersBefore = others.get();
        long ownBefore = ownNanos();
        for (int i = 0; i < count; i++) {
            JsonObject question = questions.get(i % questions.size());
            long start = System.nanoTime();
            JsonValue answer = engine.apply(question);
            nanos[i] = System.nanoTime() - start;
            if (answer.getValueType() != JsonValue.ValueType.OBJECT) {
                throw new IllegalStateException("no decision: " + answer);
            }
        }
        long own = ownNanos() - ownBefore;
        Duration taken = others.get().minus(othersBefore);
        Arrays.sort(nanos);
        return new PolicyFigures(Arrays.stream(nanos).boxed().toList(), Duration.ofNanos(own), taken);
    }

    private static long ownNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    double percentileMicros(double share) {
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)) / 1e3;
    }

    double cpuMicrosPerDecision() {
        return own.plus(others).toNanos() / 1e3 / sorted.size();
    }

    double ownMicrosPerDecision() {
        return own.toNanos() / 1e3 / sorted.size();
    }

    double decisionsPerCpuSecond() {
        return 1e6 / cpuMicrosPerDecision();
    }
}

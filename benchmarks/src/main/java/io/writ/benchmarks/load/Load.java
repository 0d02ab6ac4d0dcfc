package io.writ.benchmarks.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** A closed loop: a fixed number of callers, each asking again as soon as it was answered, for a bounded time. */
public final class Load {

    /** More samples than any window here can produce; a longer run overwrites none, it stops recording. */
    private static final int SAMPLES_MAX = 200_000;

    private Load() {}

    /** One caller of its own: it holds its connection and session, and throws when an answer is not the right one. */
    public interface CallerLoop extends AutoCloseable {
        void callOnce() throws Exception;

        @Override
        void close() throws IOException, SQLException;
    }

    /** Runs the callers for the window, after all of them are connected. */
    public static Figures run(int callers, Duration window, IntFunction<CallerLoop> factory) {
        CountDownLatch ready = new CountDownLatch(callers);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Future<long[]>> results = new ArrayList<>();
            for (int index = 0; index < callers; index++) {
                int caller = index;
                results.add(threads.submit(callerTask(factory, caller, window, ready, go)));
            }
            ready.await();
            go.countDown();
            List<long[]> samples = new ArrayList<>();
            for (Future<long[]> result : results) {
                samples.add(result.get());
            }
            return Figures.of(samples, window);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a caller failed, so the figures would mean nothing", failed.getCause());
        }
    }

    private static Callable<long[]> callerTask(
            IntFunction<CallerLoop> factory, int caller, Duration window, CountDownLatch ready, CountDownLatch go) {
        return () -> {
            try (CallerLoop loop = connect(factory, caller, ready)) {
                go.await();
                return loopFor(loop, window);
            }
        };
    }

    private static CallerLoop connect(IntFunction<CallerLoop> factory, int caller, CountDownLatch ready) {
        try {
            return factory.apply(caller);
        } finally {
            ready.countDown();
        }
    }

    private static long[] loopFor(CallerLoop loop, Duration window) throws Exception {
        long[] nanos = new long[SAMPLES_MAX];
        int count = 0;
        long end = System.nanoTime() + window.toNanos();
        long before = System.nanoTime();
        while (before < end && count < SAMPLES_MAX) {
            loop.callOnce();
            long after = System.nanoTime();
            nanos[count++] = after - before;
            before = after;
        }
        return Arrays.copyOf(nanos, count);
    }
}

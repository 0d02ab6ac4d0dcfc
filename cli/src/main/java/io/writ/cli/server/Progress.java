package io.writ.cli.server;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Says what is going on: one line per step, and a sign of life every two seconds while a step takes longer. */
public final class Progress {

    private static final long TICK_SECONDS = 2;

    private final PrintWriter out;

    public Progress(PrintWriter out) {
        this.out = out;
    }

    /** Runs the step, named in the present participle, and says how long it took. */
    public <T> T during(String step, Supplier<T> work) {
        long startedNanos = System.nanoTime();
        out.print(step + " ");
        out.flush();
        try (ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor()) {
            ScheduledFuture<?> ticks =
                    ticker.scheduleAtFixedRate(this::tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
            try {
                T result = work.get();
                ticks.cancel(false);
                out.printf("done in %.1f s%n", seconds(startedNanos));
                return result;
            } catch (RuntimeException failed) {
                ticks.cancel(false);
                out.println("failed");
                throw failed;
            } finally {
                out.flush();
                ticker.shutdownNow();
            }
        }
    }

    private void tick() {
        out.print(".");
        out.flush();
    }

    private static double seconds(long startedNanos) {
        return Duration.ofNanos(System.nanoTime() - startedNanos).toMillis() / 1000.0;
    }
}

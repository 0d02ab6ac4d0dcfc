package io.writ.governance.policy.backtest;

import io.writ.governance.GovernanceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Does the same with many things at once, and hands the results back in the order of the things. */
public final class Workers implements AutoCloseable {

    /** Handing over one decision costs as much as a tenth of evaluating it; so many at a time it does not matter. */
    private static final int CHUNK = 16;

    /** How long nobody hears from work that takes its time. */
    private static final Duration PULSE = Duration.ofSeconds(1);

    private final ExecutorService threads;

    private Workers(ExecutorService threads) {
        this.threads = threads;
    }

    /**
     * So many threads of the operating system. Evaluation never waits: on virtual threads it would keep the carriers of
     * those who serve requests.
     */
    public static Workers of(int count) {
        return new Workers(Executors.newFixedThreadPool(
                count, Thread.ofPlatform().daemon().name("backtest-", 0).factory()));
    }

    /** A thread for each processor. */
    public static Workers onAllProcessors() {
        return of(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Does the work on each thing.
     *
     * @param pulse called again and again while this waits; what it throws ends the work
     */
    <A, B> List<B> each(List<A> things, Function<A, B> work, Runnable pulse) {
        List<Future<List<B>>> chunks = new ArrayList<>();
        for (int start = 0; start < things.size(); start += CHUNK) {
            List<A> chunk = things.subList(start, Math.min(start + CHUNK, things.size()));
            chunks.add(threads.submit(() -> chunk.stream().map(work).toList()));
        }
        try {
            List<B> results = new ArrayList<>(things.size());
            for (Future<List<B>> chunk : chunks) {
                results.addAll(result(chunk, pulse));
            }
            return results;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new GovernanceException("evaluating recorded decisions was interrupted", stopped);
        } catch (ExecutionException broken) {
            throw new GovernanceException("evaluating recorded decisions broke", broken);
        } finally {
            chunks.forEach(chunk -> chunk.cancel(true));
        }
    }

    private static <B> List<B> result(Future<List<B>> chunk, Runnable pulse)
            throws InterruptedException, ExecutionException {
        while (true) {
            try {
                List<B> done = chunk.get(PULSE.toMillis(), TimeUnit.MILLISECONDS);
                pulse.run();
                return done;
            } catch (TimeoutException goesOn) {
                pulse.run();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

package io.writ.governance.policy.backtest;

import io.writ.governance.GovernanceException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/** Does the same with many things at once, and hands the results back in the order of the things. */
public final class Workers implements AutoCloseable {

    /** Handing over one decision costs as much as a tenth of evaluating it; so many at a time it does not matter. */
    private static final int CHUNK = 16;

    private final ExecutorService threads;

    private Workers(ExecutorService threads) {
        this.threads = threads;
    }

    /** So many threads of this kind. */
    public static Workers of(int count, ThreadFactory factory) {
        return new Workers(Executors.newFixedThreadPool(count, factory));
    }

    /** A thread for each processor. */
    public static Workers onAllProcessors() {
        return of(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().daemon().name("backtest-", 0).factory());
    }

    <A, B> List<B> each(List<A> things, Function<A, B> work) {
        List<Callable<List<B>>> chunks = new ArrayList<>();
        for (int start = 0; start < things.size(); start += CHUNK) {
            List<A> chunk = things.subList(start, Math.min(start + CHUNK, things.size()));
            chunks.add(() -> chunk.stream().map(work).toList());
        }
        try {
            List<B> results = new ArrayList<>(things.size());
            for (Future<List<B>> chunk : threads.invokeAll(chunks)) {
                results.addAll(chunk.get());
            }
            return results;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new GovernanceException("evaluating recorded decisions was interrupted", stopped);
        } catch (ExecutionException broken) {
            throw new GovernanceException("evaluating recorded decisions broke", broken);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

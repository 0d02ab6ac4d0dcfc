package io.writ.ledger;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does work side by side, or one thing after the other on the calling thread where there is one thread only. */
final class Workers implements AutoCloseable {

    private final Optional<ExecutorService> threads;

    private Workers(Optional<ExecutorService> threads) {
        this.threads = threads;
    }

    static Workers of(int threads) {
        return new Workers(threads == 1 ? Optional.empty() : Optional.of(Executors.newFixedThreadPool(threads)));
    }

    /** A piece of work. */
    @FunctionalInterface
    interface Task {
        void run() throws IOException, SQLException;
    }

    /** Returns when everything is done; throws what the first failed piece threw. */
    void all(List<Task> tasks) throws IOException, SQLException {
        if (threads.isEmpty()) {
            for (Task task : tasks) {
                task.run();
            }
            return;
        }
        List<Future<Boolean>> futures = new ArrayList<>();
        tasks.forEach(task -> futures.add(threads.get().submit(callable(task))));
        await(futures);
    }

    /** Begins a piece of work; where there is no thread for it, does it now. */
    Optional<Future<Boolean>> begin(Task task) throws IOException, SQLException {
        if (threads.isPresent()) {
            return Optional.of(threads.get().submit(callable(task)));
        }
        task.run();
        return Optional.empty();
    }

    /** Waits for work that was begun. */
    static void await(List<Future<Boolean>> futures) throws IOException, SQLException {
        try {
            for (Future<Boolean> future : futures) {
                future.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LedgerException("interrupted while reading the ledger", stopped);
        } catch (ExecutionException | CancellationException failed) {
            rethrow(failed);
        } finally {
            futures.forEach(future -> future.cancel(true));
        }
    }

    @Override
    public void close() {
        threads.ifPresent(ExecutorService::shutdownNow);
        threads.ifPresent(ExecutorService::close);
    }

    private static Callable<Boolean> callable(Task task) {
        return () -> {
            task.run();
            return true;
        };
    }

    private static void rethrow(Exception failed) throws IOException, SQLException {
        switch (failed.getCause()) {
            case IOException unreadable -> throw unreadable;
            case SQLException broken -> throw broken;
            case RuntimeException bug -> throw bug;
            case Error serious -> throw serious;
            case null, default -> throw new LedgerException("reading the ledger was broken off", failed);
        }
    }
}

package io.writ.it;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** Callers that open sessions one after the other until they are stopped. */
final class OpeningCallers implements AutoCloseable {

    private static final String BODY = "{\"budget\":" + OpenSession.budget(1, 1) + "}";

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads;
    private volatile boolean stopped;

    private OpeningCallers(Api api, int count) {
        threads = IntStream.range(0, count)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> open(api)))
                .toList();
    }

    static OpeningCallers start(Api api, int count) {
        return new OpeningCallers(api, count);
    }

    /** All answers; an exchange without one fails here. */
    List<Answer> stop() {
        close();
        if (!failures.isEmpty()) {
            throw failures.peek();
        }
        return List.copyOf(answers);
    }

    @Override
    public void close() {
        stopped = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    private void open(Api api) {
        while (!stopped) {
            try {
                answers.add(api.post("/v1/sessions", BODY));
            } catch (RuntimeException failed) {
                failures.add(failed);
            }
        }
    }
}

package io.writ.it;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** Several callers in one session who ask and ask, whatever the answers are. */
final class Traffic implements AutoCloseable {

    /** One answered call. */
    record Call(long startNanos, long endNanos, Answer answer) {

        boolean isAllowed() {
            return answer.status() == 200;
        }

        boolean isWithin(long from, long until) {
            return startNanos >= from && endNanos <= until;
        }
    }

    private static final int CALLERS = 4;
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ROWS = "{\"view_id\":\"safe_customer_view_public\",\"fields\":[\"status\"]}";

    /** As much as a session may have: what is looked at here is not the budget. */
    private static final String BUDGET = "{\"max_operator_calls\":10000,\"max_bytes\":16777216,"
            + "\"max_wallclock_ms\":300000,\"max_recursion_depth\":20}";

    private final OpenSession session;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<Thread> callers;
    private volatile boolean over;

    private Traffic(OpenSession session) {
        this.session = session;
        this.callers = IntStream.range(0, CALLERS)
                .mapToObj(_ -> Thread.ofVirtual().start(this::callOn))
                .toList();
    }

    static Traffic start(Api api) {
        return new Traffic(OpenSession.open(api, BUDGET));
    }

    String sessionId() {
        return session.id();
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    List<Call> callsWithin(long from, long until) {
        return calls.stream().filter(call -> call.isWithin(from, until)).toList();
    }

    /** Waits for this many calls that begin from now on and are allowed. */
    void awaitAllowed(int count) {
        await(count, true);
    }

    /** Waits for this many calls that begin from now on and are not allowed. */
    void awaitDenied(int count) {
        await(count, false);
    }

    @Override
    public void close() {
        stop();
    }

    /** Returns when the last call is answered. */
    void stop() {
        over = true;
        for (Thread caller : callers) {
            try {
                caller.join(PATIENCE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void await(int count, boolean allowed) {
        long from = System.nanoTime();
        Patience.await(
                PATIENCE,
                "there were no " + count + (allowed ? " allowed" : " denied") + " calls",
                () -> calls.stream()
                                .filter(call -> call.startNanos() >= from && call.isAllowed() == allowed)
                                .count()
                        >= count);
    }

    private void callOn() {
        while (!over) {
            long start = System.nanoTime();
            Answer answer = session.call("fetch_rows", ROWS);
            calls.add(new Call(start, System.nanoTime(), answer));
            Patience.pause(PAUSE);
        }
    }
}

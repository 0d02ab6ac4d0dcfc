package io.writ.benchmarks.load;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of callers, each asking again as soon as it was answered. What is answered while the window is open
 * counts; before that is the ramp.
 */
public final class ClosedLoop implements Loop {

    private enum Phase {
        RAMP,
        WINDOW,
        OVER
    }

    private final List<Thread> threads = new ArrayList<>();
    private final List<Tape> tapes = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final CountDownLatch connected;
    private final CountDownLatch go = new CountDownLatch(1);
    private volatile Phase phase = Phase.RAMP;

    private ClosedLoop(int callers) {
        connected = new CountDownLatch(callers);
    }

    /** Makes the callers. */
    @FunctionalInterface
    public interface Callers {
        Load.CallerLoop number(int index) throws SQLException;
    }

    /** Lets the callers go after each has been answered once: by then all are connected. */
    public static ClosedLoop start(int callers, Callers factory, ThreadFactory threads) throws SQLException {
        ClosedLoop loop = new ClosedLoop(callers);
        List<Load.CallerLoop> connected = new ArrayList<>();
        for (int index = 0; index < callers; index++) {
            connected.add(factory.number(index));
        }
        for (Load.CallerLoop caller : connected) {
            Tape tape = new Tape();
            loop.tapes.add(tape);
            loop.threads.add(threads.newThread(() -> loop.call(caller, tape)));
        }
        loop.threads.forEach(Thread::start);
        loop.awaitConnected();
        return loop;
    }

    @Override
    public void open() {
        phase = Phase.WINDOW;
    }

    /** Waits for the last answers; a caller that failed makes the figures worthless. */
    @Override
    public Served end() {
        phase = Phase.OVER;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", stopped);
        }
        Throwable failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("a caller failed, so the figures would mean nothing", failed);
        }
        return Served.of(
                tapes.stream().mapToLong(tape -> tape.calls).sum(),
                tapes.stream().flatMapToLong(Tape::nanos));
    }

    private void call(Load.CallerLoop caller, Tape tape) {
        try (caller) {
            answerOnce(caller, tape);
            go.await();
            long before = System.nanoTime();
            while (phase != Phase.OVER && failure.get() == null) {
                caller.callOnce();
                long after = System.nanoTime();
                tape.note(after - before, phase == Phase.WINDOW);
                before = after;
            }
        } catch (Exception | LinkageError failed) {
            failure.compareAndSet(null, failed);
        }
    }

    private void answerOnce(Load.CallerLoop caller, Tape tape) throws Exception {
        try {
            caller.callOnce();
            tape.note(0, false);
        } finally {
            connected.countDown();
        }
    }

    private void awaitConnected() {
        try {
            connected.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while connecting", stopped);
        } finally {
            go.countDown();
        }
    }

    /** What one caller saw. */
    private static final class Tape {

        private long calls;
        private long[] inWindow = new long[4096];
        private int count;

        void note(long nanos, boolean counts) {
            calls++;
            if (counts) {
                if (count == inWindow.length) {
                    inWindow = Arrays.copyOf(inWindow, 2 * count);
                }
                inWindow[count++] = nanos;
            }
        }

        LongStream nanos() {
            return Arrays.stream(inWindow, 0, count);
        }
    }
}

package io.writ.it;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something that other processes bring about. */
final class Patience {

    private static final Duration POLL = Duration.ofMillis(20);

    private Patience() {}

    static void await(Duration patience, String otherwise, BooleanSupplier wanted) {
        await(patience, () -> otherwise, wanted);
    }

    /** The same, with words that are looked for when the wait was in vain. */
    static void await(Duration patience, Supplier<String> otherwise, BooleanSupplier wanted) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(otherwise.get() + " within " + patience);
            }
            pause(POLL);
        }
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", stopped);
        }
    }
}

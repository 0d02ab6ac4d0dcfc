package io.writ.governance.persistence;

import io.writ.governance.TenantId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A decision that waits to be written by somebody else, and the caller that waits for it.
 *
 * @param <T> what its gate tells
 */
final class Queued<T> {

    private final Gate<T> gate;
    private final Storable stored;
    private final CompletableFuture<Word<T>> word = new CompletableFuture<>();

    Queued(Gate<T> gate, Storable stored) {
        this.gate = gate;
        this.stored = stored;
    }

    /**
     * What the caller is told.
     *
     * @param <T> what its gate tells
     */
    sealed interface Word<T> {

        record Done<T>(Attempt<T> attempt) implements Word<T> {}

        /** Nothing was written, and nothing is known but that it did not fit with the others: write it alone. */
        record Alone<T>() implements Word<T> {}
    }

    Gate<T> gate() {
        return gate;
    }

    Storable stored() {
        return stored;
    }

    TenantId tenant() {
        return stored.row().tenant();
    }

    void settle(Attempt<T> attempt) {
        word.complete(new Word.Done<>(attempt));
    }

    void handBack() {
        word.complete(new Word.Alone<>());
    }

    /** Nothing when the time has passed. */
    Optional<Word<T>> await(Duration wait) throws InterruptedException {
        try {
            return Optional.of(word.get(wait.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a word is only ever given", impossible);
        }
    }
}

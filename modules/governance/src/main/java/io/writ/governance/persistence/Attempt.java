package io.writ.governance.persistence;

import io.writ.governance.RefusalReason;

/**
 * What became of a recording.
 *
 * @param <T> what the gate's row told
 */
public sealed interface Attempt<T> {

    /** It is durable. */
    record Recorded<T>(T value) implements Attempt<T> {}

    /** The gate was closed; nothing was written. */
    record Closed<T>() implements Attempt<T> {}

    /** It is not known to be durable; whatever waits for it is not released. */
    record Lost<T>(RefusalReason reason) implements Attempt<T> {}
}

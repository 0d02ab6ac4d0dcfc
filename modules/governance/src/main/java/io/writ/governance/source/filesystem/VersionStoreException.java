package io.writ.governance.source.filesystem;

import java.io.Serial;

/** Remembered versions could not be reached. */
final class VersionStoreException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    VersionStoreException(String attempt, Throwable cause) {
        super(attempt + " failed", cause);
    }
}

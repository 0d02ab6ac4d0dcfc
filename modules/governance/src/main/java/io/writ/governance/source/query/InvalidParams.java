package io.writ.governance.source.query;

import java.io.Serial;

/**
 * Leaves the reading of parameters at the first mistake. It never leaves this package: {@link OperatorParams} turns it
 * into a value.
 */
final class InvalidParams extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    InvalidParams(String param, String reason) {
        // Written for the caller and caught a few frames up: a stack trace would only cost.
        super("invalid params." + param + ": " + reason, null, false, false);
    }

    /** The sentence for the caller. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}

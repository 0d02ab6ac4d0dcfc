package io.writ.ledger.tree;

import java.io.Serial;

/** What is stored cannot be what was written: somebody changed it. Nothing may be signed on top of it. */
final class TreeBrokenException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    TreeBrokenException(String message) {
        super(message);
    }
}

package io.writ.ledger.anchor;

import java.io.Serial;

/** An anchor holds a checkpoint of this log that its database does not lead to, or may have forgotten. */
public final class AnchorConflictException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public AnchorConflictException(String finding) {
        super(finding);
    }
}

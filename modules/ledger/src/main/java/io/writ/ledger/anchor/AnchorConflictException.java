package io.writ.ledger.anchor;

import java.io.Serial;

/** An anchor holds a checkpoint that this log signed and that its database does not lead to. */
public final class AnchorConflictException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public AnchorConflictException(String finding) {
        super(finding);
    }
}

package io.writ.ledger.signing;

import java.io.Serial;

/** A note, a key or a checkpoint that is not in its format; the message says which part. */
public final class NoteException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    NoteException(String message) {
        super(message);
    }
}

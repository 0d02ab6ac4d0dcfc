package io.writ.ledger.anchor;

import java.io.Serial;

/** An anchor could not be read or written. Says nothing about the log. */
public final class AnchorException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public AnchorException(String what) {
        super(what);
    }

    public AnchorException(String what, Throwable cause) {
        super(what, cause);
    }

    /** As a sentence: many exceptions of files have nothing but a path as their message. */
    static AnchorException of(String attempt, Throwable cause) {
        return new AnchorException(attempt + ": " + reason(cause), cause);
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        String kind = cause.getClass().getSimpleName();
        return message == null || message.isBlank() ? kind : kind + ", " + message;
    }
}

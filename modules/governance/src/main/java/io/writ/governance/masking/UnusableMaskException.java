package io.writ.governance.masking;

/** A mask that policy asks for cannot work, so nothing that it should hide may be looked at. */
public final class UnusableMaskException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableMaskException(String message) {
        super(message);
    }

    UnusableMaskException(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.writ.governance.redaction;

/** Carries an obligation that cannot be carried out up to the place where it becomes a value; never leaves the room. */
final class UnfulfillableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String obligation;

    UnfulfillableException(String obligation, String message) {
        super(message);
        this.obligation = obligation;
    }

    UnfulfillableException(String obligation, String message, Throwable cause) {
        super(message, cause);
        this.obligation = obligation;
    }

    Release.Unfulfillable release() {
        return new Release.Unfulfillable(obligation, String.valueOf(getMessage()));
    }
}

package io.writ.cli;

/** A command cannot do its work; the message tells the user what to do. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CommandFailure(String advice) {
        super(advice);
    }

    public CommandFailure(String advice, Throwable cause) {
        super(advice, cause);
    }
}

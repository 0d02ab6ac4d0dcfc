package io.writ.governance.policy.workbench;

/** A tool cannot work with what it was given; the message tells the user what to do. */
public final class WorkbenchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String advice;

    public WorkbenchException(String advice) {
        super(advice);
        this.advice = advice;
    }

    public WorkbenchException(String advice, Throwable cause) {
        super(advice, cause);
        this.advice = advice;
    }

    /** The message, which is never absent. */
    public String advice() {
        return advice;
    }
}

package io.writ.cli;

/** What the process says to the script that called it. */
public final class ExitCode {

    public static final int OK = 0;

    /** The command ran and what it looked at is not in order. */
    public static final int FINDINGS = 1;

    /** The command could not do its work. */
    public static final int CANNOT_RUN = 2;

    private ExitCode() {}
}

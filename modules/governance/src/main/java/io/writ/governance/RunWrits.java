package io.writ.governance;

/** Writs of answers: files by which somebody else can check what a run rests on. */
public interface RunWrits {

    /** The writ of a finished run, as far as this caller may see the run. */
    WritOutcome of(Caller caller, SessionId run);
}

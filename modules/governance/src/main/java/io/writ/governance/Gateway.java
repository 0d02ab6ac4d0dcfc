package io.writ.governance;

/**
 * The only way to data. Every call is decided by policy and recorded before its answer exists; if it cannot be
 * recorded, there is no answer.
 */
public interface Gateway {

    /** Opens a session with a budget and a policy snapshot. */
    Opening open(Caller caller, SessionRequest request);

    /** Reads through one operator. */
    OperatorOutcome call(Caller caller, SessionAccess access, OperatorCall call);

    /** Judges claims against the evidence of the session and closes it. A session is finalized once. */
    FinalizeOutcome finish(Caller caller, SessionAccess access, Submission submission);
}

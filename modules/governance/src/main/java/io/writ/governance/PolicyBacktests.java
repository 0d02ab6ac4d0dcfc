package io.writ.governance;

/** Tries candidate policies on recorded decisions of the caller's tenant. Nothing a candidate answers is obeyed. */
public interface PolicyBacktests {

    /** Begins one, for a caller who may read every decision of the tenant. It goes on after this returns. */
    BacktestOutcome start(Caller caller, BacktestOrder order);

    /** How far one is, or what it found. */
    BacktestOutcome look(Caller caller, BacktestId id);
}

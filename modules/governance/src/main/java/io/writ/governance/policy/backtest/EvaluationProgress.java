package io.writ.governance.policy.backtest;

/** Hears how far a walk over recorded decisions has come. */
@FunctionalInterface
public interface EvaluationProgress {

    /** Nobody listens. */
    EvaluationProgress SILENT = decisions -> {};

    /** So many decisions are done; called after each page and every second before, by the thread that walks. */
    void reached(long decisions);
}

package io.writ.governance.gateway;

import io.writ.governance.persistence.BacktestRows;
import io.writ.governance.persistence.RecordedInputs;
import java.time.Clock;
import java.util.concurrent.ThreadFactory;

/**
 * What backtests work with.
 *
 * @param threads makes those that run and evaluate
 * @param workers how many evaluate at once; decisions that somebody waits for need processors too
 */
record BacktestParts(
        BacktestRows rows,
        RecordedInputs inputs,
        RecordStage recording,
        ThreadFactory threads,
        int workers,
        Clock clock) {}

package io.writ.governance.gateway;

import io.writ.governance.persistence.BacktestRows;
import io.writ.governance.persistence.RecordedInputs;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/**
 * What backtests work with.
 *
 * @param threads makes those that run
 * @param place of this node: one candidate at a time is in its memory and on its processors
 * @param workers how many evaluate at once; decisions that somebody waits for need processors too
 */
record BacktestParts(
        BacktestRows rows,
        RecordedInputs inputs,
        RecordStage recording,
        ThreadFactory threads,
        Semaphore place,
        int workers,
        Clock clock) {}

package io.writ.orchestration;

import io.writ.evidence.Budget;
import java.util.concurrent.ThreadFactory;

/**
 * What the application decides for every run.
 *
 * @param budget applies to a question that brings none
 * @param threads makes the threads that read in parallel; a container hands in its own factory, so that its naming
 *     context is there on them
 */
public record RunDefaults(Budget budget, ThreadFactory threads) {

    /** Reads on plain virtual threads. */
    public RunDefaults(Budget budget) {
        this(budget, Thread.ofVirtual().name("writ-run-", 0).factory());
    }
}

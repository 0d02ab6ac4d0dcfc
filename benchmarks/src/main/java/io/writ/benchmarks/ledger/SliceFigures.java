package io.writ.benchmarks.ledger;

/**
 * What one slice gave.
 *
 * @param foreignShare how much of all processors others used meanwhile
 * @param cpuMicros processor time of client and database for one decision
 * @param clientMicros the part of this process in it
 * @param walBytes written to the log for one decision
 * @param flushes of the log for one decision
 */
record SliceFigures(
        double perSecond,
        double p50Millis,
        double p99Millis,
        double foreignShare,
        double cpuMicros,
        double clientMicros,
        double walBytes,
        double flushes) {}

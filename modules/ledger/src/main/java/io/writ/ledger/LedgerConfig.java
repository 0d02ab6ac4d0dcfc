package io.writ.ledger;

import java.time.Duration;

/**
 * What the log is told at start; the application produces it as a bean.
 *
 * @param nodeId names this process among others on the same database
 * @param lanesMax how many lanes this process writes at the same time, at most
 * @param leaseWait how long a transaction waits for a free lane before it is refused
 */
public record LedgerConfig(String nodeId, int lanesMax, Duration leaseWait) {

    public LedgerConfig {
        if (nodeId.isBlank()) {
            throw new IllegalArgumentException("a node has a name");
        }
        if (lanesMax < 1) {
            throw new IllegalArgumentException("a node needs at least one lane, not " + lanesMax);
        }
        if (leaseWait.isNegative()) {
            throw new IllegalArgumentException("a wait is not negative");
        }
    }
}

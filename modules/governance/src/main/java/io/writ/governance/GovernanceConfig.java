package io.writ.governance;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What the privileged parts are told at start. The application maps its configuration to this record and produces it
 * as a bean; a value that cannot be honoured stops the start.
 *
 * @param nodeId names this process among others on the same database
 * @param catalogue file that describes all sources
 * @param corpus root directory of documents
 * @param coverageThreshold share of all claims that must be supported, 0 to 1
 * @param sessionTtl life of a session token
 * @param lanes how many ledger lanes this process opens at most
 * @param sourceTimeout bound of one read of a record view
 * @param rowsMax bound of rows or groups of one read
 * @param policy which policy decides, and who evaluates it
 */
public record GovernanceConfig(
        String nodeId,
        Path catalogue,
        Path corpus,
        double coverageThreshold,
        Duration sessionTtl,
        RateLimits rateLimits,
        int lanes,
        Duration sourceTimeout,
        int rowsMax,
        PolicyConfig policy) {

    /**
     * Calls per window and principal, over all nodes; 0 means unlimited.
     *
     * @param policyQuestions questions to policy itself: simulations, evaluations, capabilities
     */
    public record RateLimits(
            Duration window, int sessions, int operators, int finalizations, int runs, int policyQuestions) {}
}

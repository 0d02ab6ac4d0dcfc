package io.writ.ledger;

import java.time.Duration;

/**
 * How far the tree is behind.
 *
 * @param treeSize leaves under the newest checkpoint
 * @param oldestWaiting age of the oldest entry that is under no checkpoint yet; zero when all are
 * @param sequencing whether some process is folding lanes now
 */
public record TreeLag(long treeSize, Duration oldestWaiting, boolean sequencing) {}

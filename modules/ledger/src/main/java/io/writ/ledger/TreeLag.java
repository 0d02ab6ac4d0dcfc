package io.writ.ledger;

import java.time.Duration;

/**
 * How far the tree is behind.
 *
 * @param treeSize leaves under the newest checkpoint
 * @param oldestWaiting age of the oldest entry that is under no checkpoint yet, by the clock of whoever asks; zero when
 *     there is none
 * @param backlog time between the first and the last waiting entry of a lane, of the lane where it is longest: both were
 *     recorded by one process, so clocks of others do not matter
 * @param waiting whether an entry is under no checkpoint yet
 * @param sequencing whether some process is folding lanes now
 */
public record TreeLag(long treeSize, Duration oldestWaiting, Duration backlog, boolean waiting, boolean sequencing) {}

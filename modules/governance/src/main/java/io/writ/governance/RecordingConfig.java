package io.writ.governance;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;

/**
 * How decisions get into the ledger.
 *
 * @param writers threads that write what waits; 0 means that every caller writes its own
 * @param waitingMax decisions that may wait for a writer; one tenant may fill half of it
 * @param patience how long a decision waits for a writer before it is refused
 * @param threads makes the writers; they block on the database and nothing else
 */
public record RecordingConfig(int writers, int waitingMax, Duration patience, ThreadFactory threads) {}

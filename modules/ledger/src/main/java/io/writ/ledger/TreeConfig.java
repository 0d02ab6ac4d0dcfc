package io.writ.ledger;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * What the sequencer is told at start; the application produces it as a bean.
 *
 * @param signingKey private and public key of the log, one line each in the written forms of C2SP {@code signed-note}; a
 *     process without them never sequences
 * @param previousKey the same of the key that the log has, while the signing key takes over from it
 * @param cycle pause between two looks at the lanes
 * @param lagMax a node is not ready while an entry has been waiting longer than this to come under a checkpoint, or nobody
 *     has sequenced for longer; zero for never
 * @param threads start the sequencer; data sources are found on them
 */
public record TreeConfig(
        Optional<String> signingKey,
        Optional<String> previousKey,
        Duration cycle,
        Duration lagMax,
        ThreadFactory threads) {

    /** Faster than this the checkpoints cost more than what they cover. */
    private static final Duration CYCLE_MIN = Duration.ofMillis(10);

    public TreeConfig {
        if (cycle.compareTo(CYCLE_MIN) < 0) {
            throw new IllegalArgumentException("a cycle takes " + CYCLE_MIN + " at least");
        }
        if (lagMax.isNegative()) {
            throw new IllegalArgumentException("a lag is not negative");
        }
        if (previousKey.isPresent() && signingKey.isEmpty()) {
            throw new IllegalArgumentException("a key takes over from the previous one, so there is one");
        }
    }
}

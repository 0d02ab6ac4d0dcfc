package io.writ.ledger.tree;

import io.writ.ledger.anchor.Anchor;
import io.writ.ledger.anchor.AnchorConflictException;
import io.writ.ledger.anchor.LogHistory;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.SignedNote;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Brings checkpoints to one anchor, beside the sequencer: the newest one each time, so that a slow anchor gets fewer and
 * holds up nobody.
 */
final class AnchorLoop implements Runnable {

    /** After failures the pause doubles up to this; an anchor that comes back is served within a minute. */
    private static final Duration PAUSE_MAX = Duration.ofMinutes(1);

    private final Anchor anchor;
    private final PublicationFloor floor;
    private final Duration every;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private long published;
    private int failures;

    AnchorLoop(Anchor anchor, PublicationFloor floor, Duration every) {
        this.anchor = anchor;
        this.floor = floor;
        this.every = every;
    }

    void stop() {
        stopped.set(true);
    }

    @Override
    public void run() {
        while (!stopped.get() && !Thread.currentThread().isInterrupted()) {
            if (floor.leads()) {
                step();
            } else {
                published = 0;
                floor.board().follows(anchor.name());
            }
            sleep(pause());
        }
    }

    /** One look at the log, and one publication when it has grown. */
    void step() {
        try {
            LogHistory log = floor.history();
            Optional<SignedNote> newest = log.newest();
            if (newest.isPresent()) {
                publish(newest.get(), log);
            }
            failures = 0;
        } catch (AnchorConflictException conflict) {
            failures++;
            floor.board().contradicted(anchor.name(), String.valueOf(conflict.getMessage()));
        } catch (RuntimeException failure) {
            failures++;
            floor.board().failed(anchor.name(), String.valueOf(failure.getMessage()));
        }
    }

    private void publish(SignedNote newest, LogHistory log) {
        Checkpoint checkpoint = Checkpoint.parse(newest.text());
        long size = checkpoint.size();
        floor.board().offered(anchor.name(), size);
        if (size < published) {
            long before = published;
            published = 0;
            throw new AnchorConflictException("the newest checkpoint of the database covers " + size
                    + " leaves, and one of " + before + " was brought to the anchor: it shrank while this process led");
        }
        if (size > published) {
            confirm(newest, checkpoint, log);
            floor.keep(size, anchor.publish(newest, log));
            published = size;
            floor.board().published(anchor.name(), size);
        }
    }

    /** Whoever can write a row can write the newest one; what stands in an anchor stands there for good. */
    private static void confirm(SignedNote newest, Checkpoint checkpoint, LogHistory log) {
        if (!log.trust().believes(newest) || !checkpoint.root().equals(log.root(checkpoint.size()))) {
            throw new TreeBrokenException("the newest checkpoint of the database, over " + checkpoint.size()
                    + " leaves, is not what the log signed over its entries, and is not published: verify the ledger");
        }
    }

    private Duration pause() {
        // A shift beyond the bound would only be cut again.
        Duration backoff = every.multipliedBy(1L << Math.min(failures, 10));
        return backoff.compareTo(PAUSE_MAX) > 0 && failures > 0 ? longer(PAUSE_MAX, every) : backoff;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopped.set(true);
        }
    }
}

package io.writ.ledger.tree;

import io.writ.ledger.anchor.Anchor;
import io.writ.ledger.anchor.AnchorConflictException;
import io.writ.ledger.anchor.AnchorException;
import io.writ.ledger.anchor.AnchorReading;
import io.writ.ledger.anchor.LogHistory;
import io.writ.ledger.anchor.Standing;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The question to one anchor, on a thread of its own, so that whoever asks can stop waiting. A mount that hangs keeps its
 * thread for as long as it hangs, whatever is done to it; so there is one at most, and nobody asks again before it ends.
 */
final class AnchorQuestion {

    private static final Logger LOG = System.getLogger(AnchorQuestion.class.getName());

    private final Anchor anchor;
    private final ThreadFactory threads;
    private @Nullable FutureTask<Optional<String>> open;
    private @Nullable Thread asking;
    private boolean isFresh;

    AnchorQuestion(Anchor anchor, ThreadFactory threads) {
        this.anchor = anchor;
        this.threads = threads;
    }

    /** Asks, unless the anchor still owes an answer to the question before. */
    void ask(LogHistory log) {
        isFresh = open == null || open.isDone();
        if (isFresh) {
            open = new FutureTask<>(() -> objection(log));
            asking = threads.newThread(open);
            asking.start();
        }
    }

    /** What speaks against going on; no answer within that time does too. */
    Optional<String> objection(Duration patience) {
        FutureTask<Optional<String>> asked = open;
        if (asked == null || !isFresh) {
            return Optional.of(unheard("it still has not answered an earlier question"));
        }
        try {
            return asked.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            giveUp();
            return Optional.of(unheard("it did not answer in time"));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of(unheard("the question was interrupted"));
        } catch (ExecutionException failure) {
            // A library that breaks must not end the sequencer: this is no consent, and that is all it is.
            LOG.log(Level.WARNING, "asking anchor " + anchor.name() + " broke", failure.getCause());
            return Optional.of(unheard("asking it failed with " + failure.getCause()));
        }
    }

    /** Ends what waits for a connection. What waits for a file goes on waiting, and is not done before it ends. */
    private void giveUp() {
        if (asking != null) {
            asking.interrupt();
        }
    }

    private Optional<String> objection(LogHistory log) {
        try {
            AnchorReading reading = anchor.consult(log);
            reading.strangers().forEach(stranger -> LOG.log(Level.WARNING, stranger));
            reading.remarks().forEach(remark -> LOG.log(Level.WARNING, remark));
            Standing.require(reading, anchor.name(), log);
            return Optional.empty();
        } catch (AnchorConflictException conflict) {
            return Optional.of(
                    "The ledger refuses to sequence: " + conflict.getMessage() + ". Nothing is signed on top of it.");
        } catch (AnchorException unreachable) {
            return Optional.of(unheard(String.valueOf(unreachable.getMessage())));
        }
    }

    private String unheard(String why) {
        return "The ledger does not sequence before anchor " + anchor.name() + " was consulted: " + why
                + ". Decisions are recorded meanwhile, without a checkpoint.";
    }
}

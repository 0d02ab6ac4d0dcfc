package io.writ.governance.persistence;

import io.writ.governance.RecordingConfig;
import io.writ.governance.RefusalReason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Group commit: decisions that come while others are being written wait together and share the next transaction. A
 * decision that nobody is beside is written by its own caller at once. Nobody lingers for company.
 */
final class GroupRecording implements Recording, AutoCloseable {

    private static final Logger LOG = System.getLogger(GroupRecording.class.getName());

    /**
     * Longer than a transaction takes at worst: a lane, a connection, three statements and a commit. What is not told
     * by then is not released; it may be recorded all the same.
     */
    private static final Duration WORD_WAIT = Duration.ofSeconds(60);

    private final SingleRecording single;
    private final BatchRecording batches;
    private final DecisionQueue queue;
    private final Duration patience;

    /** Transactions under way, of writers and of callers that found nobody. */
    private final AtomicInteger busy = new AtomicInteger();

    private final LongAdder transactions = new LongAdder();
    private final LongAdder recorded = new LongAdder();
    private final LongAdder refused = new LongAdder();

    GroupRecording(SingleRecording single, BatchRecording batches, RecordingConfig config) {
        this.single = single;
        this.batches = batches;
        this.queue = new DecisionQueue(config.waitingMax());
        this.patience = config.patience();
    }

    /** Starts the writers. */
    void start(RecordingConfig config) {
        for (int writer = 0; writer < config.writers(); writer++) {
            config.threads().newThread(this::writeUntilClosed).start();
        }
    }

    @Override
    public <T> Attempt<T> write(Gate<T> gate, Storable decision) {
        if (!BatchGates.isShared(gate) || !decision.isPlain()) {
            return alone(gate, decision);
        }
        if (busy.compareAndSet(0, 1)) {
            try {
                return alone(gate, decision);
            } finally {
                busy.decrementAndGet();
            }
        }
        Queued<T> pending = new Queued<>(gate, decision);
        return queue.offer(pending) ? await(pending) : busy();
    }

    int length() {
        return queue.length();
    }

    long transactions() {
        return transactions.sum();
    }

    long recorded() {
        return recorded.sum();
    }

    long refused() {
        return refused.sum();
    }

    /** Ends the writers after what they have in hand; whatever still waits is refused. */
    @Override
    public void close() {
        BatchRecording.lost(queue.close(), RefusalReason.LEDGER_BUSY);
    }

    private <T> Attempt<T> alone(Gate<T> gate, Storable decision) {
        count(1);
        return single.write(gate, decision);
    }

    private <T> Attempt<T> await(Queued<T> pending) {
        try {
            Optional<Queued.Word<T>> word = pending.await(patience);
            if (word.isEmpty()) {
                if (queue.withdraw(pending)) {
                    return busy();
                }
                word = pending.await(WORD_WAIT);
            }
            return word.map(told -> told(pending, told)).orElseGet(GroupRecording::untold);
        } catch (InterruptedException interrupted) {
            // Withdrawn it is not recorded; otherwise it may be, and whatever waits for it is not released.
            queue.withdraw(pending);
            Thread.currentThread().interrupt();
            return new Attempt.Lost<>(RefusalReason.LEDGER_DOWN);
        }
    }

    private <T> Attempt<T> told(Queued<T> pending, Queued.Word<T> word) {
        return switch (word) {
            case Queued.Word.Done<T>(Attempt<T> attempt) -> attempt;
            case Queued.Word.Alone<T> _ -> alone(pending.gate(), pending.stored());
        };
    }

    private <T> Attempt<T> busy() {
        refused.increment();
        return new Attempt.Lost<>(RefusalReason.LEDGER_BUSY);
    }

    private static <T> Attempt<T> untold() {
        LOG.log(Level.ERROR, "a writer of the ledger has not told what became of a decision within " + WORD_WAIT);
        return new Attempt.Lost<>(RefusalReason.LEDGER_DOWN);
    }

    private void writeUntilClosed() {
        try {
            for (List<Queued<?>> batch = queue.take(); !batch.isEmpty(); batch = queue.take()) {
                write(batch);
            }
        } catch (InterruptedException ended) {
            close();
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever breaks here must not end the writer, or everybody after would wait in vain. */
    private void write(List<Queued<?>> batch) {
        busy.incrementAndGet();
        try {
            count(batch.size());
            batches.write(batch);
        } catch (RuntimeException | Error broken) {
            LOG.log(Level.ERROR, "writing a batch of " + batch.size() + " decisions broke", broken);
            BatchRecording.lost(batch, RefusalReason.LEDGER_DOWN);
        } finally {
            busy.decrementAndGet();
        }
    }

    private void count(int decisions) {
        transactions.increment();
        recorded.add(decisions);
    }
}

package io.writ.ledger;

import io.writ.ledger.persistence.CheckpointRow;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Verifies signatures of checkpoints beside the walk that meets them: one costs as much as folding a thousand leaves.
 */
final class SignatureChecks {

    /** Some tens of milliseconds of work. */
    private static final int BATCH = 64;

    /** Bounds what waits in memory. Past it, whoever brings checkpoints verifies them himself. */
    private static final int BATCHES_WAITING_MAX = 64;

    private final Optional<CheckpointSignatures> known;
    private final Workers workers;
    private final Semaphore waiting = new Semaphore(BATCHES_WAITING_MAX);
    private final SortedMap<Long, String> problems = new ConcurrentSkipListMap<>();
    private final List<Future<Boolean>> begun = new ArrayList<>();
    private List<Asked> batch = new ArrayList<>();
    private long sizeBefore;

    /** A checkpoint and the size of the one before. */
    private record Asked(CheckpointRow checkpoint, long sizeBefore) {}

    /**
     * Checks of checkpoints that come in the order of their size.
     *
     * @param sizeBefore where the log begins to be shown
     */
    SignatureChecks(Optional<CheckpointSignatures> known, long sizeBefore, Workers workers) {
        this.known = known;
        this.sizeBefore = sizeBefore;
        this.workers = workers;
    }

    /** Whether there is a key to check with. */
    boolean isPossible() {
        return known.isPresent();
    }

    void add(CheckpointRow checkpoint) throws IOException, SQLException {
        if (known.isPresent()) {
            batch.add(new Asked(checkpoint, sizeBefore));
            sizeBefore = checkpoint.size();
            if (batch.size() == BATCH) {
                begin(known.get());
            }
        }
    }

    /** The first checkpoint that does not hold, when all are checked. */
    Optional<Finding> first() throws IOException, SQLException {
        if (known.isPresent() && !batch.isEmpty()) {
            begin(known.get());
        }
        Workers.await(begun);
        return problems.entrySet().stream()
                .findFirst()
                .map(first -> new Finding(Verdict.FORKED, new Place.OfCheckpoint(first.getKey()), first.getValue()));
    }

    private void begin(CheckpointSignatures signatures) throws IOException, SQLException {
        List<Asked> taken = batch;
        batch = new ArrayList<>();
        if (!waiting.tryAcquire()) {
            check(signatures, taken);
            return;
        }
        workers.begin(() -> {
                    try {
                        check(signatures, taken);
                    } finally {
                        waiting.release();
                    }
                })
                .ifPresent(begun::add);
    }

    private void check(CheckpointSignatures signatures, List<Asked> checkpoints) {
        for (Asked asked : checkpoints) {
            signatures
                    .forgery(asked.checkpoint(), asked.sizeBefore())
                    .ifPresent(problem -> problems.put(asked.checkpoint().size(), problem));
        }
    }
}

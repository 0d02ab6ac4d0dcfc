package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.ledger.ConsistencyOutcome;
import io.writ.ledger.InclusionOutcome;
import io.writ.ledger.LedgerException;
import io.writ.ledger.LedgerTree;
import io.writ.ledger.TreeConfig;
import io.writ.ledger.TreeLag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WatchedTreeTest {

    private static final Duration LAG_MAX = Duration.ofSeconds(10);
    private static final Duration HOUR = Duration.ofHours(1);

    private final AtomicReference<Optional<TreeLag>> lag = new AtomicReference<>(Optional.of(idle(0)));
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final SequencerState state = new SequencerState();
    private final WatchedTree watched = watched(Optional.of("key"), LAG_MAX);

    @Test
    void aFreshStartWithAnEmptyLedgerIsReady() {
        lag.set(Optional.of(new TreeLag(0, Duration.ZERO, Duration.ZERO, false, false)));
        assertThat(watched.problems()).isEmpty();
    }

    @Test
    void aLogThatNobodyWritesToIsReadyForever() {
        pass(HOUR);
        assertThat(watched.problems()).isEmpty();
    }

    @Test
    void aTreeThatStandsStillWhileEntriesWaitIsTold() {
        lag.set(Optional.of(waiting(7, Duration.ZERO)));
        assertThat(watched.problems()).isEmpty();
        pass(LAG_MAX);
        assertThat(watched.problems()).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(watched.problems())
                .singleElement()
                .asString()
                .contains("is 11 s behind its lanes")
                .contains("WRIT_LEDGER_LAG_MAX_MS allows (10000 ms)")
                .contains("look at the log of that process");
        lag.set(Optional.of(waiting(8, Duration.ZERO)));
        assertThat(watched.problems()).as("it moved").isEmpty();
    }

    @Test
    void aTreeThatGrowsTooSlowlyIsTold() {
        lag.set(Optional.of(waiting(7, Duration.ofSeconds(11))));
        assertThat(watched.problems()).singleElement().asString().contains("is 11 s behind");
    }

    @Test
    void theClockOfAnotherNodeMakesNobodyUnready() {
        for (int size = 0; size < 30; size++) {
            pass(Duration.ofSeconds(1));
            lag.set(Optional.of(new TreeLag(size, HOUR, Duration.ZERO, true, true)));
            assertThat(watched.problems()).isEmpty();
        }
    }

    @Test
    void nobodySequencingIsToldToThoseWhoHaveAKey() {
        lag.set(Optional.of(new TreeLag(3, Duration.ZERO, Duration.ZERO, false, false)));
        WatchedTree keyless = watched(Optional.empty(), LAG_MAX);
        pass(Duration.ofSeconds(11));
        assertThat(watched.problems())
                .singleElement()
                .asString()
                .startsWith("nobody has sequenced the ledger for 11 s")
                .contains("Start a process with WRIT_LEDGER_KEY");
        assertThat(keyless.problems()).isEmpty();
    }

    @Test
    void aLeaderThatFailsAtOnceDoesNotCountAndSaysWhy() {
        state.failed(new TreeBrokenException("the key of this log is another one"));
        pass(Duration.ofSeconds(11));
        assertThat(watched.problems()).singleElement().asString().contains("the key of this log is another one");
        assertThat(watched.notes()).singleElement().asString().contains("cannot sequence");
    }

    @Test
    void whatTheUpkeepOfPartitionsComplainsOfIsShownUntilItIsMended() {
        state.upkeep("no partition of writ.decision could be made");
        assertThat(watched.notes()).containsExactly("no partition of writ.decision could be made");
        assertThat(watched.problems()).as("rows go to the default partition").isEmpty();
        state.upkeep("");
        assertThat(watched.notes()).isEmpty();
    }

    @Test
    void aFailoverIsNoReason() {
        lag.set(Optional.of(new TreeLag(3, Duration.ZERO, Duration.ZERO, true, false)));
        pass(Duration.ofSeconds(3));
        assertThat(watched.problems()).isEmpty();
    }

    @Test
    void afterAnOutageOfTheDatabaseTheTreeHasTimeToCatchUp() {
        lag.set(Optional.empty());
        pass(HOUR);
        assertThat(watched.problems()).isEmpty();
        lag.set(Optional.of(new TreeLag(3, HOUR, Duration.ZERO, true, false)));
        assertThat(watched.problems()).isEmpty();
    }

    @Test
    void zeroAsksForNothing() {
        lag.set(Optional.of(waiting(0, HOUR)));
        assertThat(watched(Optional.of("key"), Duration.ZERO).problems()).isEmpty();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private WatchedTree watched(Optional<String> key, Duration lagMax) {
        var config = new TreeConfig(key, Optional.empty(), Duration.ofMillis(100), lagMax, Thread::new);
        return new WatchedTree(new LaggingTree(lag), config, state, nanos::get);
    }

    private static TreeLag idle(long size) {
        return new TreeLag(size, Duration.ZERO, Duration.ZERO, false, true);
    }

    private static TreeLag waiting(long size, Duration backlog) {
        return new TreeLag(size, Duration.ofMillis(1), backlog, true, true);
    }

    /** Knows nothing but its lag, and that not always. */
    private record LaggingTree(AtomicReference<Optional<TreeLag>> known) implements LedgerTree {

        @Override
        public TreeLag lag() {
            return known.get().orElseThrow(() -> new LedgerException("the database is away"));
        }

        @Override
        public Optional<String> checkpoint() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<byte[]> tile(String path) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<byte[]> entries(String path) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InclusionOutcome inclusion(UUID recordId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<InclusionOutcome> inclusions(List<UUID> recordIds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ConsistencyOutcome consistency(long older, long newer) {
            throw new UnsupportedOperationException();
        }
    }
}

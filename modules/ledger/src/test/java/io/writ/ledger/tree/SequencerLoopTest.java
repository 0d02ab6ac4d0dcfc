package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.ledger.AnchorConfig;
import io.writ.ledger.MigratedPostgres;
import io.writ.ledger.append.Recorder;
import io.writ.ledger.tree.SequencerState.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leaders come and go; the tree goes on. */
class SequencerLoopTest {

    private static final Duration CYCLE = Duration.ofMillis(20);
    /** The recorders of these tests hold no lock, so that they would be taken for dead. */
    private static final Duration NEVER = Duration.ofDays(1);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static MigratedPostgres postgres;

    private final List<SequencerLoop> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    @BeforeAll
    static void startDatabase() throws Exception {
        postgres = MigratedPostgres.start();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void emptyDatabase() throws Exception {
        postgres.reset();
    }

    @AfterEach
    void stopLoops() throws InterruptedException {
        loops.forEach(SequencerLoop::stop);
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join();
        }
    }

    @Test
    void aStandbyTakesOverWhenTheLeadersSessionIsKilled() throws Exception {
        SequencerState one = start(Clock.systemUTC());
        await(() -> one.role() == Role.LEADING);
        SequencerState other = start(Clock.systemUTC());
        await(() -> other.role() == Role.STANDING_BY);
        Recorder recorder = Recorder.over(postgres.asApp(), 1);
        for (int i = 0; i < 50; i++) {
            recorder.commit();
            if (i == 25) {
                killLeader();
            }
        }
        await(() -> treeSize() == 50);
        assertThat(one.folded() + other.folded()).isEqualTo(50);
        assertThat(List.of(one.role(), other.role())).contains(Role.LEADING);
    }

    @Test
    void aFrozenLeaderLosesItsLockAndCannotWriteAfterwards() throws Exception {
        CountDownLatch thaw = new CountDownLatch(1);
        SequencerState frozen = start(new FreezingClock(thaw));
        await(() -> frozen.role() == Role.LEADING);
        Recorder recorder = Recorder.over(postgres.asApp(), 1);
        recorder.commit();
        SequencerState standby = start(Clock.systemUTC());
        await(() -> treeSize() == 1);
        assertThat(standby.role()).isEqualTo(Role.LEADING);
        thaw.countDown();
        await(() -> frozen.role() == Role.STANDING_BY);
        recorder.commit();
        await(() -> treeSize() == 2);
        assertThat(frozen.folded()).isZero();
        assertThat(standby.folded()).isEqualTo(2);
    }

    private SequencerState start(Clock clock) {
        SequencerState state = new SequencerState();
        Duty duty = new Duty(new LogIdentity(LogKeys.SIGNER, clock), LogKeys.NOTARY, CYCLE, NEVER);
        SequencerLoop loop = new SequencerLoop(
                postgres.asSequencer(),
                duty,
                state,
                new Publication(
                        AnchorConfig.NONE,
                        new AnchorBoard(AnchorConfig.NONE, clock),
                        clock,
                        Thread.ofVirtual().factory()));
        loops.add(loop);
        threads.add(Thread.ofVirtual().start(loop));
        return state;
    }

    private static void killLeader() throws SQLException {
        try (Connection owner = postgres.asOwner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted");
        }
    }

    private static long treeSize() throws SQLException {
        try (Connection owner = postgres.asOwner().getConnection();
                Statement statement = owner.createStatement();
                var rows = statement.executeQuery("select coalesce(max(size), 0) from writ.tree_checkpoint")) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("waited %s in vain", PATIENCE).isLessThan(deadline);
            Thread.sleep(10);
        }
    }

    /** Stands still at the first look, in the middle of a cycle. */
    private static final class FreezingClock extends Clock {

        private final CountDownLatch thaw;

        FreezingClock(CountDownLatch thaw) {
            this.thaw = thaw;
        }

        @Override
        public Instant instant() {
            try {
                thaw.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return Instant.EPOCH;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

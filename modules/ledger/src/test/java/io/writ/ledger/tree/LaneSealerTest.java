package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.writ.ledger.LedgerEntry;
import io.writ.ledger.LedgerVerifier;
import io.writ.ledger.MigratedPostgres;
import io.writ.ledger.append.Recorder;
import io.writ.ledger.persistence.LifeLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recorders that hold no lock are processes that were killed, or are believed to be. */
class LaneSealerTest {

    private static final String COLLISION = "23505";
    private static final Duration HOUR = Duration.ofHours(1);

    private static MigratedPostgres postgres;

    private final LaneSealer sealer = sealer(LogKeys.NOTARY);

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

    @Test
    void lanesOfAProcessThatIsGoneAreSealedAtTheSecondLookAndNeverReadAgain() throws SQLException {
        Recorder killed = Recorder.over(postgres.asApp(), 1);
        killed.commit();
        killed.commit();
        Recorder.over(postgres.asApp(), 1).openLane();
        try (Connection connection = sequencing()) {
            Sequencer sequencer = sequencer();
            assertThat(sealer.look(connection)).as("might be back in a moment").isZero();
            assertThat(sealer.look(connection)).as("an empty lane too").isEqualTo(2);
            assertThat(number("select count(*) from writ.lane_open")).isEqualTo(2);
            assertThat(sequencer.cycle(connection).folded()).isEqualTo(4);
            assertThat(number("select count(*) from writ.lane_open")).isZero();
            assertThat(sealer.look(connection) + sealer.look(connection)).isZero();
        }
        assertIntact();
    }

    @Test
    void aProcessThatHoldsItsLockIsLeftAlone() throws SQLException {
        UUID boot = UUID.randomUUID();
        Recorder alive = Recorder.over(postgres.asApp(), 1, boot, Clock.systemUTC());
        alive.commit();
        try (Connection line = postgres.asApp().getConnection();
                Connection connection = sequencing()) {
            assertThat(new LifeLock(line).hold(boot)).isTrue();
            assertThat(sealer.look(connection) + sealer.look(connection)).isZero();
            new LifeLock(line).letGo();
            assertThat(sealer.look(connection)).isZero();
            assertThat(new LifeLock(line).hold(boot))
                    .as("it comes back in time")
                    .isTrue();
            assertThat(sealer.look(connection) + sealer.look(connection)).isZero();
        }
        assertThat(alive.commit().seq()).isEqualTo(2);
    }

    @Test
    void aProcessThatComesBackWhileItIsBeingSealedHasToWait() throws SQLException {
        UUID boot = UUID.randomUUID();
        try (Connection line = postgres.asApp().getConnection();
                Connection connection = sequencing()) {
            assertThat(new LifeLock(connection).exclude(boot)).isTrue();
            assertThat(new LifeLock(line).hold(boot)).isFalse();
            connection.commit();
            assertThat(new LifeLock(line).hold(boot)).isTrue();
        }
    }

    @Test
    void aZombieCollidesWithTheSealOfItsLaneAndGoesOnInAnother() throws SQLException {
        Recorder zombie = Recorder.over(postgres.asApp(), 1);
        long lane = zombie.commit().lane();
        try (Connection connection = sequencing()) {
            sealAll(connection);
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(zombie::commit)
                    .matches(refused -> refused.getSQLState().equals(COLLISION));
            assertThat(zombie.commit().lane()).isNotEqualTo(lane);
            sequencer().cycle(connection);
        }
        assertIntact();
    }

    @Test
    void aSealGivesWayToARecordThatIsBeingWritten() throws SQLException {
        Recorder slow = Recorder.over(postgres.asApp(), 1);
        slow.commit();
        try (Connection connection = sequencing()) {
            sealer.look(connection);
            LedgerEntry written = slow.commitAfter(_ ->
                    assertThat(sealer.look(connection)).as("waits a moment").isZero());
            assertThat(written.seq()).isEqualTo(2);
            assertThat(sealer.look(connection)).isEqualTo(1);
        }
        assertIntact();
    }

    @Test
    void sealsAndRecordsThatRaceForeverNeverForkALane() throws Exception {
        int writers = 4;
        int rounds = 40;
        List<LedgerEntry> acknowledged = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(writers);
                Connection connection = sequencing()) {
            List<Future<List<LedgerEntry>>> running = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                running.add(threads.submit(() -> stubborn(Recorder.over(postgres.asApp(), 1), rounds)));
            }
            Sequencer sequencer = sequencer();
            int sealed = 0;
            while (running.stream().anyMatch(one -> !one.isDone())) {
                sealed += sealer.look(connection);
                sequencer.cycle(connection);
            }
            for (Future<List<LedgerEntry>> one : running) {
                acknowledged.addAll(one.get());
            }
            assertThat(sealed).as("otherwise nothing raced").isPositive();
        }
        assertThat(acknowledged).hasSize(writers * rounds);
        assertThat(number("select count(*) from writ.decision")).isEqualTo(acknowledged.size());
        assertIntact();
    }

    @Test
    void ofTwoSealersOneSealsALane() throws Exception {
        for (int lane = 0; lane < 20; lane++) {
            Recorder.over(postgres.asApp(), 1).commit();
        }
        LaneSealer other = sealer(LogKeys.NOTARY);
        try (Connection one = sequencing();
                Connection two = sequencing();
                var threads = Executors.newFixedThreadPool(2)) {
            int sealed = 0;
            for (int look = 0; look < 8; look++) {
                Future<Integer> first = threads.submit(() -> sealer.look(one));
                Future<Integer> second = threads.submit(() -> other.look(two));
                sealed += first.get() + second.get();
            }
            assertThat(sealed).isEqualTo(20);
        }
        assertThat(number("select count(*) from writ.ledger_notice")).isEqualTo(20);
        assertIntact();
    }

    @Test
    void nothingIsSealedWhileATransactionWaitsForItsSecondPhase() throws SQLException {
        Recorder recorder = Recorder.over(postgres.asApp(), 1);
        recorder.commit();
        try (Connection connection = sequencing();
                Connection foreign = postgres.asOwner().getConnection();
                var statement = foreign.createStatement()) {
            foreign.setAutoCommit(false);
            statement.execute("select txid_current()");
            statement.execute("prepare transaction 'somebody'");
            foreign.setAutoCommit(true);
            try {
                assertThat(sealer.look(connection) + sealer.look(connection)).isZero();
            } finally {
                statement.execute("rollback prepared 'somebody'");
            }
            assertThat(sealer.look(connection)).isEqualTo(1);
        }
    }

    @Test
    void clocksThatAreHoursApartChangeNothing() throws SQLException {
        Clock behind = Clock.offset(Clock.systemUTC(), HOUR.negated());
        Clock ahead = Clock.offset(Clock.systemUTC(), HOUR);
        Recorder.over(postgres.asApp(), 1, UUID.randomUUID(), behind).commit();
        Recorder.over(postgres.asApp(), 1, UUID.randomUUID(), ahead).commit();
        LaneSealer skewed = sealer(new Notary("node", LogKeys.IDS, behind));
        try (Connection connection = sequencing()) {
            skewed.look(connection);
            assertThat(skewed.look(connection)).isEqualTo(2);
            sequencer().cycle(connection);
        }
        assertIntact();
    }

    @Test
    void itLooksNowAndThenByAClockThatNobodySets() throws SQLException {
        Recorder.over(postgres.asApp(), 1).commit();
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
        LaneSealer patient = new LaneSealer(LogKeys.NOTARY, Duration.ofNanos(10), nanos::get);
        try (Connection connection = sequencing()) {
            assertThat(patient.lookIfDue(connection)).isZero();
            nanos.addAndGet(10);
            assertThat(patient.lookIfDue(connection)).isZero();
            assertThat(patient.lookIfDue(connection)).as("too early").isZero();
            nanos.addAndGet(10);
            assertThat(patient.lookIfDue(connection)).isEqualTo(1);
        }
    }

    private void sealAll(Connection connection) throws SQLException {
        sealer.look(connection);
        assertThat(sealer.look(connection)).isPositive();
    }

    /** Commits so many records, however often it is taken for dead meanwhile. */
    private static List<LedgerEntry> stubborn(Recorder recorder, int records) throws SQLException {
        List<LedgerEntry> acknowledged = new ArrayList<>();
        while (acknowledged.size() < records) {
            try {
                acknowledged.add(recorder.commit());
            } catch (SQLException collision) {
                assertThat(collision.getSQLState()).isEqualTo(COLLISION);
            }
        }
        return acknowledged;
    }

    private static LaneSealer sealer(Notary notary) {
        return new LaneSealer(notary, HOUR, System::nanoTime);
    }

    private static Sequencer sequencer() {
        return new Sequencer(new LogIdentity(LogKeys.SIGNER, Clock.systemUTC()), LogKeys.NOTARY);
    }

    private static Connection sequencing() throws SQLException {
        Connection connection = postgres.asSequencer().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void assertIntact() {
        assertThat(
                        LedgerVerifier.over(postgres.asAuditor(), (_, _) -> {}, LogKeys.KEY.text())
                                .verify()
                                .sentences()
                                .stream()
                                .filter(sentence -> !sentence.contains("no checkpoint is there")))
                .isEmpty();
    }

    private static long number(String sql) throws SQLException {
        try (Connection owner = postgres.asOwner().getConnection();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

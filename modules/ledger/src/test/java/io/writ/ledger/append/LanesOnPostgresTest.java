package io.writ.ledger.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.evidence.Digest;
import io.writ.ledger.LedgerEntry;
import io.writ.ledger.LedgerVerifier;
import io.writ.ledger.MigratedPostgres;
import io.writ.ledger.VerificationReport;
import jakarta.transaction.Status;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LanesOnPostgresTest {

    private static MigratedPostgres postgres;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = MigratedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void reset() throws IOException, SQLException {
        postgres.reset();
    }

    @Test
    void sixteenWritersLeaveIntactLanesAndOneEntryPerRecord() throws Exception {
        int writers = 16;
        long commits = 50;
        Recorder recorder = Recorder.over(postgres.asApp(), 8);
        Callable<Void> writer = () -> {
            for (long commit = 1; commit <= commits; commit++) {
                recorder.commit();
                if (commit % 5 == 0) {
                    recorder.rollBack();
                }
            }
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(writers)) {
            var running = new ArrayList<Future<Void>>();
            for (int thread = 0; thread < writers; thread++) {
                running.add(threads.submit(writer));
            }
            for (Future<Void> one : running) {
                one.get();
            }
        }
        VerificationReport report = verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isEqualTo(writers * commits);
        assertThat(report.records()).isEqualTo(writers * commits);
        assertThat(report.lanes()).isBetween(1L, 8L);
    }

    @Test
    void aRollbackLeavesNoHole() throws SQLException {
        Recorder recorder = Recorder.over(postgres.asApp(), 1);
        recorder.commit();
        LedgerEntry undone = recorder.rollBack();
        LedgerEntry next = recorder.commit();
        assertThat(next.lane()).isEqualTo(undone.lane());
        assertThat(next.seq()).isEqualTo(undone.seq());
        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void aSecondWriterOfALaneCollidesAndNeverForks() throws SQLException {
        Recorder first = Recorder.over(postgres.asApp(), 1);
        LedgerEntry head = first.commit();
        Recorder zombie = new Recorder(postgres.asApp(), new OneLaneTwice(LaneHead.at(head), postgres.asApp()), 1);
        first.commit();
        assertThatThrownBy(zombie::commit)
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*duplicate key.*ledger_entry_[0-9]+_pkey.*");
        assertThat(zombie.commit().lane())
                .as("the zombie finds out and opens a lane of its own")
                .isNotEqualTo(head.lane());
        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void whatADatabaseLostIsNotWrittenPast() throws SQLException {
        Recorder recorder = Recorder.over(postgres.asApp(), 1);
        recorder.commit();
        recorder.commit();
        LedgerEntry lost = recorder.commit();
        postgres.tamper("delete from writ.decision where decision_id = '" + lost.recordId() + "'");
        postgres.tamper("delete from writ.ledger_entry where seq = " + lost.seq());
        assertThatThrownBy(recorder::commit)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("null value in column \"lane\"");
        LedgerEntry next = recorder.commit();
        assertThat(next.lane()).isNotEqualTo(lost.lane());
        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void aLaneThatTheDatabaseLostGetsNoEntry() throws SQLException {
        Recorder recorder = Recorder.over(postgres.asApp(), 1);
        recorder.openLane();
        postgres.tamper("delete from writ.ledger_lane");
        assertThat(recorder.commit().lane()).isEqualTo(2);
        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void anEntryBehindAnotherEndOfItsLaneIsNotWritten() throws SQLException {
        LedgerEntry head = Recorder.over(postgres.asApp(), 1).commit();
        LaneHead other = new LaneHead(head.lane(), head.seq(), Digest.of("another entry 1"));
        Recorder zombie = new Recorder(postgres.asApp(), new OneLaneTwice(other, postgres.asApp()), 1);
        assertThatThrownBy(zombie::commit).isInstanceOf(SQLException.class).hasMessageContaining("\"lane\"");
        LaneHead begun = new LaneHead(head.lane() + 1, 0, Digest.of("a lane that nobody opened"));
        Recorder stray = new Recorder(postgres.asApp(), new OneLaneTwice(begun, postgres.asApp()), 1);
        assertThatThrownBy(stray::commit).isInstanceOf(SQLException.class).hasMessageContaining("\"lane\"");
    }

    @Test
    void anUnknownOutcomeRetiresTheLane() throws SQLException {
        Recorder recorder = Recorder.over(postgres.asApp(), 1);
        LedgerEntry unknown = recorder.run(Connection::commit, Status.STATUS_UNKNOWN);
        assertThat(recorder.commit().lane()).isNotEqualTo(unknown.lane());
        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void aConnectionThatBreaksDuringCommitRetiresTheLaneEvenIfARollbackIsReported() throws Exception {
        try (var proxy = LoopbackProxy.before(postgres.port())) {
            DataSource behindProxy = postgres.asApp(proxy.port());
            Recorder recorder = new Recorder(behindProxy, Recorder.register(postgres.asApp()), 1);
            long lane = recorder.commit().lane();
            assertThatThrownBy(() -> recorder.run(
                            connection -> {
                                proxy.loseNextAnswer();
                                connection.commit();
                            },
                            Status.STATUS_ROLLEDBACK))
                    .isInstanceOf(SQLException.class);
            assertThat(recorder.commit().lane())
                    .as("entry 2 is durable although its writer never heard of it")
                    .isNotEqualTo(lane);
        }
        VerificationReport report = verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isEqualTo(3);
    }

    private static VerificationReport verify() {
        return LedgerVerifier.over(postgres.asAuditor()).verify();
    }

    /** First gives out somebody else's lane, then honest ones. */
    private static final class OneLaneTwice implements LaneRegister {

        private final LaneHead stolen;
        private final LaneRegister honest;
        private boolean given;

        OneLaneTwice(LaneHead stolen, DataSource database) {
            this.stolen = stolen;
            this.honest = Recorder.register(database);
        }

        @Override
        public Lane open() {
            if (given) {
                return honest.open();
            }
            given = true;
            return new Lane(stolen);
        }

        @Override
        public boolean confirms(Lane lane) {
            return honest.confirms(lane);
        }
    }
}

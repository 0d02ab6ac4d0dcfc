package io.writ.ledger.append;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.ledger.MigratedPostgres;
import io.writ.ledger.persistence.LifeLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LifeLineTest {

    private static final Duration BEAT = Duration.ofMillis(20);
    private static final long NOBODY = -1;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static MigratedPostgres postgres;

    private final UUID boot = UUID.randomUUID();
    private final LifeLine line = new LifeLine(postgres.asApp(), boot, BEAT);
    private final Thread thread = Thread.ofVirtual().unstarted(line);

    @BeforeAll
    static void startDatabase() throws Exception {
        postgres = MigratedPostgres.start();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        postgres.close();
    }

    @AfterEach
    void stop() throws InterruptedException {
        line.stop();
        thread.interrupt();
        thread.join();
    }

    @Test
    void aProcessIsKnownToLiveUntilItStops() throws Exception {
        assertThat(isFree()).isTrue();
        thread.start();
        await(() -> !isFree());
        line.stop();
        await(this::isFree);
    }

    @Test
    void aLostConnectionIsReplaced() throws Exception {
        thread.start();
        await(() -> !isFree());
        long lost = holder();
        try (Connection owner = postgres.asOwner().getConnection();
                var statement = owner.createStatement()) {
            statement.execute("select pg_terminate_backend(" + lost + ")");
        }
        await(() -> holder() != lost && holder() != NOBODY);
    }

    @Test
    void twoConnectionsOfOneProcessMayHoldItsLockAtOnce() throws SQLException {
        try (Connection halfDead = postgres.asApp().getConnection();
                Connection fresh = postgres.asApp().getConnection()) {
            assertThat(new LifeLock(halfDead).hold(boot)).isTrue();
            assertThat(new LifeLock(fresh).hold(boot)).isTrue();
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(deadline);
            Thread.sleep(5);
        }
    }

    private static long holder() throws SQLException {
        try (Connection owner = postgres.asOwner().getConnection();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(
                        "select pid from pg_locks where locktype = 'advisory' and objsubid = 2 and granted")) {
            return rows.next() ? rows.getLong(1) : NOBODY;
        }
    }

    private boolean isFree() throws SQLException {
        try (Connection sequencer = postgres.asSequencer().getConnection()) {
            return new LifeLock(sequencer).free(Set.of(boot)).contains(boot);
        }
    }
}

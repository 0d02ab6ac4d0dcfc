package io.writ.ledger.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.ledger.MigratedPostgres;
import jakarta.transaction.Status;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The budget of recording: one round trip for tenant, decision and entry together, one for the commit. */
class RoundTripTest {

    private static MigratedPostgres postgres;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = MigratedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void tenantDecisionAndEntryTravelTogether() throws Exception {
        try (var proxy = LoopbackProxy.before(postgres.port());
                Connection connection = postgres.asApp(proxy.port()).getConnection()) {
            connection.setAutoCommit(false);
            // Past the driver's threshold the statements are prepared on the server; both ways must be one trip.
            for (int round = 0; round < 10; round++) {
                assertThat(roundTripsOfOneRecording(proxy, connection))
                        .as("round %s", round)
                        .isEqualTo(2);
            }
        }
    }

    @Test
    void rowSecurityChecksAgainstTheTenantThatTheSameStatementSets() throws SQLException {
        try (Connection connection = postgres.asApp().getConnection()) {
            assertThat(insertWindow(connection, "acme", "acme")).isEqualTo(1);
            assertThatThrownBy(() -> insertWindow(connection, "acme", "globex"))
                    .hasMessageContaining("row-level security");
        }
    }

    private static int roundTripsOfOneRecording(LoopbackProxy proxy, Connection connection) throws SQLException {
        Recorder recorder = Recorder.over(postgres.asApp(), 1);
        recorder.transactions().begin();
        LaneLease lease = recorder.lanes().lease();
        int before = proxy.roundTrips();
        Recorder.insert(connection, lease);
        connection.commit();
        int trips = proxy.roundTrips() - before;
        recorder.transactions().end(Status.STATUS_COMMITTED);
        return trips;
    }

    private static int insertWindow(Connection connection, String set, String written) throws SQLException {
        String sql = "select set_config('writ.tenant_id', ?, true);"
                + " insert into writ.rate_window (tenant_id, key, window_start, used) values (?, 'k', now(), 0)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, set);
            statement.setString(2, written);
            assertThat(statement.execute())
                    .as("the first result is the setting")
                    .isTrue();
            assertThat(statement.getMoreResults()).isFalse();
            return statement.getUpdateCount();
        }
    }
}

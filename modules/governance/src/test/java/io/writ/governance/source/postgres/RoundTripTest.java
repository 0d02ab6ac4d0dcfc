package io.writ.governance.source.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.writ.governance.policy.Obligations;
import io.writ.governance.source.Reading;
import io.writ.governance.source.Shipped;
import io.writ.governance.source.SourceDatabase;
import io.writ.governance.source.SourceFailure;
import io.writ.governance.source.catalogue.CatalogueFile;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

class RoundTripTest {

    private static final String SETTING = "select coalesce(current_setting('writ.tenant_id', true), '')";

    @RegisterExtension
    static final SourceDatabase DATABASE = new SourceDatabase();

    @Test
    void theTenantHoldsForTheQueryAndNoLonger() throws Exception {
        try (Connection pooled = DATABASE.asSource().getConnection()) {
            var roundTrip = new RoundTrip(neverClosing(pooled), Duration.ofSeconds(5));

            String during = roundTrip.run(Shipped.LOCAL, new Sql().add(SETTING), rows -> {
                rows.next();
                return rows.getString(1);
            });

            assertThat(during).isEqualTo("local");
            try (var rows = pooled.createStatement().executeQuery(SETTING)) {
                rows.next();
                assertThat(rows.getString(1)).isEmpty();
            }
            try (var rows = pooled.createStatement().executeQuery("show statement_timeout")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("0");
            }
        }
    }

    @Test
    void twoTenantsOnOneConnectionDoNotSeeEachOther() throws Exception {
        try (Connection pooled = DATABASE.asSource().getConnection()) {
            var views = new ViewReads(Shipped.catalogue(), neverClosing(pooled), Duration.ofSeconds(5));
            var query = ViewReads.of("safe_coffees", Map.of("name", "Harbour Blend"), "price");

            for (int i = 0; i < 8; i++) { // more often than the driver waits before it prepares on the server
                assertThat(views.rows(query, Shipped.OTHER, Obligations.NONE)
                                .rows()
                                .toString())
                        .contains("99.00");
                assertThat(views.rows(query).rows().toString())
                        .contains("12.80")
                        .doesNotContain("99.00");
            }
        }
    }

    @Test
    void aViewThatIsTooSlowIsATimeout() {
        var views = new ViewReads(Shipped.catalogue(), DATABASE.asSource(), Duration.ofMillis(100));

        assertThat(views.read(ViewReads.of("safe_customer_view_public_slow", Map.of(), "status")))
                .isInstanceOfSatisfying(
                        Reading.Failed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(SourceFailure.TIMEOUT));
        assertThat(new ViewReads(DATABASE)
                        .rows(ViewReads.of("safe_customer_view_public_slow", Map.of(), "status"))
                        .rows())
                .hasSize(2);
    }

    @Test
    void aDatabaseThatIsGoneIsDownAndNotReady() {
        var nowhere = new PGSimpleDataSource();
        nowhere.setPortNumbers(new int[] {1});
        nowhere.setConnectTimeout(2);
        var views = new ViewReads(Shipped.catalogue(), nowhere, Duration.ofSeconds(1));

        assertThat(views.read(ViewReads.of("safe_coffees", Map.of(), "name")))
                .isInstanceOfSatisfying(
                        Reading.Failed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(SourceFailure.DOWN));
        assertThat(views.source().isReachable()).isFalse();
    }

    @Test
    void aCatalogueThatPromisesMoreThanThereIsIsNotReadyAndMisconfigured() throws Exception {
        String promised = Files.readString(Shipped.FILE).replace("\"price\"", "\"colour\"");
        var views = new ViewReads(CatalogueFile.parse(promised), DATABASE.asSource(), Duration.ofSeconds(5));

        assertThat(views.read(ViewReads.of("safe_coffees", Map.of(), "name")))
                .isInstanceOfSatisfying(
                        Reading.Failed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(SourceFailure.MISCONFIGURED));
        assertThat(views.source().isReachable()).isFalse();
    }

    @Test
    void theShippedViewsAreAsTheCataloguePromisesAfterLoadingTheSampleTwice() throws Exception {
        DATABASE.loadSample();

        assertThat(new ViewReads(DATABASE).source().isReachable()).isTrue();
    }

    @Test
    void theSourceRoleCannotReachTheTables() {
        var tables = new Sql().add("select name from company.payroll");
        var roundTrip = new RoundTrip(DATABASE.asSource(), Duration.ofSeconds(5));

        assertThat(catchThrowable(() -> roundTrip.run(Shipped.LOCAL, tables, rows -> rows.next())))
                .hasMessageContaining("permission denied for schema company");
    }

    /** A pool of one connection. */
    private static DataSource neverClosing(Connection connection) {
        Connection kept = proxy(
                Connection.class,
                (_, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
        return proxy(DataSource.class, (_, _, _) -> kept);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

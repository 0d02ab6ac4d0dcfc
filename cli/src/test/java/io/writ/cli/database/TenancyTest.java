package io.writ.cli.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(OneDatabase.class)
class TenancyTest {

    /** The log belongs to the installation, and histories of migrations to nobody. */
    private static final Set<String> OF_NOBODY = Set.of(
            "ledger_lane",
            "ledger_entry",
            "ledger_notice",
            "lane_open",
            "tree_range",
            "tree_tile",
            "tree_checkpoint",
            "tree_cosignature",
            "witnessed_log",
            "ledger_anchor",
            "ledger_anchor_retired",
            "schema_history",
            "sample_history");

    private final Sql app;
    private final Sql owner;

    TenancyTest(DatabaseAccess access) {
        app = Sql.as(access.asApp());
        owner = Sql.as(access.asOwner());
    }

    static Set<String> tables() {
        return Rows.OF_TENANTS.keySet();
    }

    @BeforeEach
    void eachTenantHasRows() throws SQLException {
        for (String table : tables()) {
            app.forTenant("acme").run(Rows.insert(table, "acme"));
            app.forTenant("globex").run(Rows.insert(table, "globex"));
        }
    }

    @Test
    void everyTableIsKnownHere() throws SQLException {
        List<String> tables = owner.list(
                "select relname from pg_class where relnamespace = 'writ'::regnamespace and relkind in ('r','p')"
                        + " and not relispartition");
        assertThat(tables)
                .as("a new table needs a row in Rows, or a reason to belong to nobody")
                .containsAll(tables())
                .allMatch(table -> tables().contains(table) || OF_NOBODY.contains(table));
    }

    @Test
    void everyTableWithATenantHasRowSecurityForTheApp() throws SQLException {
        List<String> unprotected = owner.list("""
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                 where c.relnamespace = 'writ'::regnamespace and c.relkind in ('r', 'p')
                   and not c.relispartition and not (c.relrowsecurity and exists (
                     select from pg_policies p where p.schemaname = 'writ' and p.tablename = c.relname
                        and p.roles = '{writ_app}' and p.cmd = 'ALL' and p.qual = p.with_check
                        and p.qual = '(tenant_id = current_setting(''writ.tenant_id''::text, true))'))""");
        assertThat(unprotected).isEmpty();
        assertThat(owner.list("select tablename from pg_policies where schemaname = 'writ'"
                        + " and roles && '{writ_app, public}'::name[] group by tablename having count(*) > 1"))
                .as("one policy per table: a second one would widen the first")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTenantSeesItsRowsAndNoOthers(String table) throws SQLException {
        assertThat(app.forTenant("acme").list("select distinct tenant_id from writ." + table))
                .containsExactly("acme");
        assertThat(app.forTenant("nobody").number("select count(*) from writ." + table))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTenantWritesNoRowOfAnother(String table) {
        assertThatThrownBy(() -> app.forTenant("globex").run(Rows.insert(table, "acme")))
                .hasMessageContaining("row-level security");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void withoutATenantThereIsNothing(String table) throws SQLException {
        assertThat(app.number("select count(*) from writ." + table)).isZero();
        assertThat(app.forTenant("").number("select count(*) from writ." + table))
                .isZero();
        assertThatThrownBy(() -> app.run(Rows.insert(table, "acme"))).hasMessageContaining("row-level security");
        assertThatThrownBy(() -> app.forTenant("").run(Rows.insert(table, ""))).hasMessageContaining("tenant_id_check");
    }

    @Test
    void aTenantChangesNoRowOfAnother() throws SQLException {
        Sql acme = app.forTenant("acme");
        assertThat(acme.run("update writ.session set calls_used = 1 where tenant_id = 'globex'"))
                .isZero();
        assertThat(acme.run("update writ.rate_window set used = 2 where tenant_id = 'globex'"))
                .isZero();
        assertThat(acme.run("delete from writ.rate_window where tenant_id = 'globex'"))
                .isZero();
        assertThatThrownBy(() -> acme.run("update writ.rate_window set tenant_id = 'globex'"))
                .hasMessageContaining("row-level security");
    }

    @Test
    void theTenantIsForgottenWithTheTransaction(DatabaseAccess access) throws SQLException {
        try (Connection connection = access.asApp().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('writ.tenant_id', 'acme', true)");
            connection.commit();
            try (var rows = statement.executeQuery("select count(*) from writ.decision")) {
                rows.next();
                assertThat(rows.getLong(1)).isZero();
            }
        }
    }

    @Test
    void theAuditorSeesDecisionsAndEvidenceOfAll(DatabaseAccess access) throws SQLException {
        Sql auditor = Sql.as(access.asAuditor());
        assertThat(auditor.list("select distinct tenant_id from writ.decision")).contains("acme", "globex");
        assertThat(auditor.list("select distinct tenant_id from writ.evidence")).contains("acme", "globex");
    }
}

package io.writ.cli.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each role may not do is attempted, not read from the catalogue. */
@ExtendWith(OneDatabase.class)
class GrantsTest {

    private static final Set<String> CHANGING = Set.of(
            "session", "rate_window", "policy_backtest_slot", "witnessed_log", "schema_history", "sample_history");

    private final DatabaseAccess access;
    private final Sql app;
    private final Sql owner;

    GrantsTest(DatabaseAccess access) {
        this.access = access;
        this.app = Sql.as(access.asApp()).forTenant("acme");
        this.owner = Sql.as(access.asOwner());
    }

    @BeforeEach
    void everyTableHasARow() throws SQLException {
        for (String table : Rows.OF_TENANTS.keySet()) {
            app.run(Rows.insert(table, "acme"));
        }
        app.run("insert into writ.ledger_lane (node_id, boot_id, opened_us, genesis)"
                + " values ('n', gen_random_uuid(), 0, sha256(''))");
        app.run("insert into writ.ledger_entry select coalesce(max(lane), 0) + 1, 1, 2, gen_random_uuid(),"
                + " sha256(''), sha256('') from writ.ledger_entry");
    }

    @Test
    void theAppChangesNoRowOfATableThatOnlyGrows() throws SQLException {
        var softly = new SoftAssertions();
        for (String column : columns()) {
            String table = column.substring(0, column.indexOf('.'));
            String name = column.substring(column.indexOf('.') + 1);
            if (!CHANGING.contains(table)) {
                softly.assertThatThrownBy(() -> app.run("update writ." + table + " set " + name + " = default"))
                        .as(column)
                        .hasMessageContaining("permission denied");
            }
        }
        softly.assertAll();
    }

    @Test
    void theAppDeletesOnlyRateWindowsAndIntentsThatEndAndTruncatesNothing() throws SQLException {
        for (String table : tables()) {
            if (!Set.of("rate_window", "pending_intent").contains(table)) {
                refused(app, "delete from writ." + table);
            }
            refused(app, "truncate writ." + table);
        }
        assertThat(app.run("delete from writ.rate_window")).isPositive();
        assertThat(app.run("delete from writ.pending_intent")).isPositive();
    }

    @Test
    void ofAnotherTenantsDueIntentsTheAppLearnsTheIdAndNothingElse() throws SQLException {
        owner.run("insert into writ.pending_intent values (gen_random_uuid(), 'globex', 's', 'e', '-infinity')");
        assertThat(app.list("select tenant_id from writ.due_intents(interval '0', 1000)"))
                .contains("globex");
        assertThat(app.number("select count(*) from writ.pending_intent where tenant_id = 'globex'"))
                .isZero();
        refused(Sql.as(access.asSource()), "select * from writ.due_intents(interval '0', 1)");
        refused(Sql.as(access.asSequencer()), "select * from writ.due_intents(interval '0', 1)");
        refused(Sql.as(access.asAuditor()), "select * from writ.due_intents(interval '0', 1)");
    }

    @Test
    void nobodyClaimsAnActivationWithoutItsRecord() {
        String claim = "insert into writ.policy_activation values (gen_random_uuid(), 'acme', 99, sha256(''), now())";
        for (var role : List.of(app, Sql.as(access.asSequencer()), Sql.as(access.asAuditor()))) {
            refused(role, claim);
            refused(role, "select writ.keep_activation(gen_random_uuid(), 'acme', '{}', now())");
        }
    }

    @Test
    void noRecordClosesNothingUnlessItIsAnEnd() {
        String sql = "insert into writ.decision (decision_id, tenant_id, trace_id, kind, event, occurred_at, canonical,"
                + " closes) values (gen_random_uuid(), 'acme', 't', %d, 'e', now(), '{}', %s)";
        assertThatThrownBy(() -> app.run(sql.formatted(4, "null"))).hasMessageContaining("decision_closes");
        assertThatThrownBy(() -> app.run(sql.formatted(2, "gen_random_uuid()")))
                .hasMessageContaining("decision_closes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenant_id", "principal_id", "token_hash", "expires_at", "max_bytes", "as_of", "question"})
    void theAppCannotRewriteWhoASessionIsAndWhatItMay(String column) {
        refused(app, "update writ.session set " + column + " = " + column);
    }

    @Test
    void theAppMovesTheCountersOfASession() throws SQLException {
        assertThat(app.run("update writ.session set calls_used = calls_used + 1, evidence_count = evidence_count + 1"))
                .isPositive();
        assertThatThrownBy(() -> app.run("update writ.session set bytes_used = -1"))
                .hasMessageContaining("bytes_used_check");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table writ.mine (a int)",
                "create table safe.mine (a int)",
                "create table public.mine (a int)",
                "create temporary table mine (a int)",
                "create schema mine",
                "create function writ.mine() returns int language sql return 1",
                "alter table writ.decision disable trigger all",
                "alter table writ.decision disable row level security",
                "alter table writ.ledger_entry drop constraint ledger_entry_pkey",
                "drop table writ.decision",
                "drop policy own_tenant on writ.decision",
                "set session_replication_role = replica",
                "set role writ_owner",
                "set role writ_auditor",
                "set session authorization writ_owner",
                "create role mine",
                "alter role writ_app superuser",
                "select * from writ.schema_history",
                "copy writ.decision to program 'cat'"
            })
    void nobodyButTheOwnerChangesTheSchemaOrBecomesSomebodyElse(String sql) {
        refused(app, sql);
        if (!sql.equals("set role writ_auditor")) {
            refused(Sql.as(access.asAuditor()), sql);
        }
        refused(Sql.as(access.asSource()), sql);
    }

    @Test
    void theAppCannotPassOnWhatItMayDo() throws SQLException {
        // PostgreSQL warns and grants nothing.
        app.run("grant select on writ.decision to writ_source");
        assertThat(owner.list("select has_table_privilege('writ_source', 'writ.decision', 'select')"))
                .containsExactly("f");
    }

    @Test
    void theAuditorWritesNothingAndReadsNoPersonalValues() throws SQLException {
        Sql auditor = Sql.as(access.asAuditor());
        for (String table : tables()) {
            refused(auditor, "delete from writ." + table);
            refused(auditor, "truncate writ." + table);
        }
        refused(auditor, Rows.insert("decision", "acme"));
        refused(auditor, "select * from writ.personal_value");
        refused(auditor, "select * from writ.subject_key");
        refused(auditor, "select * from writ.session");
        refused(auditor, "update writ.ledger_entry set seq = seq");
    }

    @Test
    void theSequencerGrowsTheTreeAndNothingElse() throws SQLException {
        Sql sequencer = Sql.as(access.asSequencer());
        for (String table : tables()) {
            if (!table.equals("lane_open")) {
                refused(sequencer, "delete from writ." + table);
            }
            refused(sequencer, "truncate writ." + table);
        }
        refused(sequencer, Rows.insert("decision", "acme"));
        refused(sequencer, "select * from writ.decision");
        String entry = "insert into writ.ledger_entry values (9000, 1, %d, gen_random_uuid(), sha256(''), sha256(''))";
        assertThatThrownBy(() -> sequencer.run(entry.formatted(2))).hasMessageContaining("row-level security");
        assertThatThrownBy(() -> app.run(entry.formatted(6))).hasMessageContaining("row-level security");
        refused(app, "insert into writ.ledger_notice values (gen_random_uuid(), 6, now(), '')");
        refused(sequencer, "update writ.tree_checkpoint set size = size");
        refused(sequencer, "update writ.ledger_lane set node_id = node_id");
        refused(app, "insert into writ.tree_cosignature values (1, 'w', 'l')");
        refused(sequencer, "insert into writ.witnessed_log values ('o', 1, sha256(''), 'n', now())");
        refused(sequencer, "insert into writ.ledger_anchor_retired (name, reason) values ('worm', 'r')");
        refused(app, "insert into writ.ledger_anchor (name) values ('worm')");
        refused(Sql.as(access.asAuditor()), "insert into writ.ledger_anchor (name) values ('worm')");
        refused(app, "update writ.witnessed_log set origin = origin");
        refused(app, "insert into writ.tree_range values (1, 1, 1, 0)");
        assertThat(sequencer.number("select count(*) from writ.ledger_entry")).isNotNegative();
    }

    @Test
    void theSequencerAloneTakesALaneOffItsListAndOnlyAnOpeningPutsOneThere() throws SQLException {
        Sql sequencer = Sql.as(access.asSequencer());
        long lane = owner.number("select max(lane) from writ.ledger_lane");
        assertThat(owner.list("select lane from writ.lane_open where lane = " + lane))
                .hasSize(1);
        for (Sql role : List.of(app, sequencer, Sql.as(access.asAuditor()))) {
            refused(role, "insert into writ.lane_open values (0)");
            refused(role, "update writ.lane_open set lane = lane");
        }
        refused(app, "delete from writ.lane_open");
        refused(Sql.as(access.asAuditor()), "delete from writ.lane_open");
        assertThat(sequencer.run("delete from writ.lane_open where lane = " + lane))
                .isEqualTo(1);
    }

    @Test
    void theSourceRoleEntersTheSafeSchemaOnly() throws SQLException {
        Sql source = Sql.as(access.asSource());
        for (String table : tables()) {
            refused(source, "select * from writ." + table);
        }
        refused(source, "select writ.schema_version()");
        assertThat(source.list("""
                        select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind in ('r', 'v', 'm', 'p', 'f', 'S')
                           and n.nspname not in ('pg_catalog', 'information_schema', 'safe')
                           and has_schema_privilege(n.oid, 'usage')
                           and has_table_privilege(c.oid, 'select')""")).isEmpty();
    }

    @Test
    void rolesOwnNothingAndHaveNoSpecialPower() throws SQLException {
        assertThat(owner.list("""
                        select rolname from pg_roles where rolname in ('writ_app', 'writ_source', 'writ_auditor', 'writ_sequencer')
                           and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication)""")).isEmpty();
        assertThat(
                        owner.list(
                                "select relname from pg_class where relowner in"
                                        + " (select oid from pg_roles where rolname in ('writ_app', 'writ_source', 'writ_auditor', 'writ_sequencer'))"))
                .isEmpty();
        assertThat(
                        owner.list(
                                "select roleid::regrole from pg_auth_members where member in"
                                        + " (select oid from pg_roles where rolname in ('writ_app', 'writ_source', 'writ_auditor', 'writ_sequencer'))"))
                .isEmpty();
    }

    private List<String> tables() throws SQLException {
        return owner.list(
                "select relname from pg_class where relnamespace = 'writ'::regnamespace and relkind in ('r', 'p')");
    }

    private List<String> columns() throws SQLException {
        return owner.list(
                "select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid"
                        + " where c.relnamespace = 'writ'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0"
                        + " and not a.attisdropped");
    }

    private static void refused(Sql role, String sql) {
        assertThatThrownBy(() -> role.run(sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
    }
}

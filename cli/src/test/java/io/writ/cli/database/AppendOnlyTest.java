package io.writ.cli.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Even the owner meets the triggers; what it may do is erase. */
@ExtendWith(OneDatabase.class)
class AppendOnlyTest {

    private final Sql owner;

    AppendOnlyTest(DatabaseAccess access) {
        owner = Sql.as(access.asOwner());
    }

    @BeforeEach
    void everyTableHasARow() throws SQLException {
        for (String table : Rows.OF_TENANTS.keySet()) {
            owner.run(Rows.insert(table, "initech"));
        }
        owner.run("insert into writ.ledger_lane (node_id, boot_id, opened_us, genesis)"
                + " values ('n', gen_random_uuid(), 0, sha256(''))");
        owner.run("insert into writ.ledger_entry select coalesce(max(lane), 0) + 1, 1, 2, gen_random_uuid(),"
                + " sha256(''), sha256('') from writ.ledger_entry");
        owner.run("insert into writ.ledger_notice values (gen_random_uuid(), 6, now(), '')");
        owner.run("insert into writ.ledger_anchor (name) values ('worm') on conflict do nothing");
        owner.run("insert into writ.ledger_anchor_retired (name, reason) values ('worm', 'r') on conflict do nothing");
        owner.run("insert into writ.tree_cosignature values (1, 'w', 'l') on conflict do nothing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decision",
                "evidence",
                "personal_value",
                "subject_key",
                "ledger_lane",
                "ledger_entry",
                "ledger_notice",
                "tree_cosignature",
                "ledger_anchor",
                "ledger_anchor_retired",
                "source_version",
                "policy_backtest",
                "policy_backtest_end",
                "policy_activation"
            })
    void aTableThatOnlyGrowsIsNeverEmptiedNorTouched(String table) throws SQLException {
        String column = owner.list("select attname from pg_attribute where attrelid = 'writ." + table
                        + "'::regclass and attnum = 2")
                .getFirst();
        refused(table, "truncate writ." + table);
        refused(table, "update writ." + table + " set " + column + " = " + column);
        if (!List.of("personal_value", "subject_key").contains(table)) {
            refused(table, "delete from writ." + table);
        }
    }

    @Test
    void aDecisionLosesItsPolicyInputAndNothingElse() throws SQLException {
        refused("decision", "update writ.decision set policy_input = 'x'");
        refused("decision", "update writ.decision set policy_input = null, canonical = ''");
        refused("decision", "update writ.decision set policy_input = null, session_id = 'other'");
        assertThat(owner.run("update writ.decision set policy_input = null")).isPositive();
        assertThat(owner.number("select count(policy_input) from writ.decision"))
                .isZero();
    }

    @Test
    void evidenceLosesItsContentAndNothingElse() throws SQLException {
        refused("evidence", "update writ.evidence set content = 'x'");
        refused("evidence", "update writ.evidence set content = null, tenant_id = 'other'");
        refused("evidence", "update writ.evidence set content = null, unit = '{\"figure\": 1.0}'");
        assertThat(owner.run("update writ.evidence set content = null")).isPositive();
        assertThat(owner.number("select count(content) from writ.evidence")).isZero();
    }

    @Test
    void aWitnessMovesForwardAndForgetsNothing() throws SQLException {
        owner.run("insert into writ.witnessed_log values ('log', 5, sha256('five'), 'n', now())");
        assertThat(owner.run("update writ.witnessed_log set size = 6, root = sha256('six')"))
                .isEqualTo(1);
        for (String change : List.of(
                "update writ.witnessed_log set size = 5, root = sha256('five')",
                "update writ.witnessed_log set root = sha256('other')",
                "update writ.witnessed_log set origin = 'other', size = 7",
                "delete from writ.witnessed_log",
                "truncate writ.witnessed_log")) {
            assertThatThrownBy(() -> owner.run(change)).as(change).hasMessageContaining("a witness does not forget");
        }
    }

    @Test
    void anOpeningIsErasedByTheOwnerAlone(DatabaseAccess access) throws SQLException {
        assertThatThrownBy(() -> Sql.as(access.asApp()).forTenant("initech").run("delete from writ.personal_value"))
                .hasMessageContaining("permission denied");
        assertThat(owner.run("delete from writ.personal_value where tenant_id = 'initech'"))
                .isPositive();
    }

    @Test
    void aKeyIsDestroyedByTheOwnerAlone(DatabaseAccess access) throws SQLException {
        String destroy = "delete from writ.subject_key where tenant_id = 'initech'";
        assertThatThrownBy(() -> Sql.as(access.asApp()).forTenant("initech").run(destroy))
                .hasMessageContaining("permission denied");
        assertThat(owner.run(destroy)).isPositive();
    }

    @Test
    void theServerCanReadTheVersionOfTheSchema(DatabaseAccess access) throws SQLException {
        long newest = owner.number("select max(version::int) from writ.schema_history where success");
        assertThat(Sql.as(access.asApp()).number("select writ.schema_version()"))
                .isEqualTo(newest);
    }

    @Test
    void aViewInTheSafeSchemaIsReadableAtOnceAndShowsOneTenant(DatabaseAccess access) throws SQLException {
        owner.run("create or replace view safe.test_view with (security_barrier) as select session_id, tenant_id"
                + " from writ.session where tenant_id = current_setting('writ.tenant_id', true)");
        try {
            Sql source = Sql.as(access.asSource());
            assertThat(source.number("select count(*) from safe.test_view")).isZero();
            assertThat(source.forTenant("initech").list("select distinct tenant_id from safe.test_view"))
                    .containsExactly("initech");
            assertThatThrownBy(() -> source.forTenant("initech").run("delete from safe.test_view"))
                    .hasMessageContaining("permission denied");
        } finally {
            owner.run("drop view safe.test_view");
        }
    }

    private void refused(String table, String sql) {
        assertThatThrownBy(() -> owner.run(sql)).as(sql).isInstanceOfSatisfying(SQLException.class, refusal -> {
            assertThat(refusal.getSQLState()).isEqualTo("42501");
            assertThat(refusal.getMessage()).contains("append-only: " + table);
        });
    }
}

package io.writ.cli.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database of the version before partitions, with rows in it, becomes one of today. */
class MigrationOfRowsTest {

    /** Everything of a row, in the order of the columns then. */
    private static final String DECISIONS = "select md5(string_agg(concat_ws('|', decision_id, tenant_id, session_id,"
            + " trace_id, kind, event, occurred_at, canonical, policy_input), ',' order by decision_id)) from writ.decision";

    private static final String EVIDENCE =
            "select md5(string_agg(concat_ws('|', decision_id, ord, tenant_id, session_id,"
                    + " evidence_id, unit, content), ',' order by decision_id, ord)) from writ.evidence";
    private static final String ENTRIES = "select md5(string_agg(concat_ws('|', lane, seq, kind, record_id, leaf_hash,"
            + " entry_hash), ',' order by lane, seq)) from writ.ledger_entry";
    private static final String OPENINGS = "select md5(string_agg(concat_ws('|', commitment, tenant_id, kind, salt,"
            + " content), ',' order by commitment)) from writ.personal_value";

    private EmbeddedPostgres server;
    private Sql owner;

    @BeforeEach
    void aDatabaseOfVersionSevenWithRows() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        owner = Sql.as(server.getPostgresDatabase());
        for (DatabaseRole role : DatabaseRole.values()) {
            owner.run("create role " + role.roleName() + " login");
        }
        migrate("7");
        owner.run("""
                insert into writ.decision
                  (decision_id, tenant_id, trace_id, kind, event, occurred_at, canonical, policy_input)
                select case when g % 50 = 0 then overlay(gen_random_uuid()::text placing 'f' from 1)::uuid else uuidv7(-g * interval '6 hours') end,
                       'acme', 't', 2, 'e', now(), convert_to('{' || g || '}', 'UTF8'), '{}'
                  from generate_series(1, 500) g""");
        owner.run("""
                insert into writ.evidence (decision_id, ord, tenant_id, session_id, evidence_id, unit, content)
                select decision_id, 0, 'acme', 's', sha256(canonical), '{"figure": 1}', '"text"' from writ.decision""");
        owner.run("insert into writ.ledger_entry select 1 + row_number() over () % 70000, 1, 2, decision_id,"
                + " sha256(canonical), sha256('') from writ.decision");
        owner.run("insert into writ.personal_value values (sha256('c'), 'acme', 'question', sha256('s'), 'who?')");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void everyRowSurvivesInThePartitionOfItsTime() throws SQLException {
        List<String> digests = List.of(DECISIONS, EVIDENCE, ENTRIES, OPENINGS);
        String before = owner.list(String.join(" union all ", digests)).toString();

        migrate("latest");

        assertThat(owner.list(String.join(" union all ", digests))).hasToString(before);
        assertThat(owner.number(
                        "select count(*) from writ.decision where tableoid = 'writ.decision_default'::regclass"))
                .as("only ids of no month that there is")
                .isEqualTo(
                        owner.number("select count(*) from writ.decision where uuid_extract_version(decision_id) = 4"));
        assertThat(owner.number("select count(distinct tableoid) from writ.decision"))
                .isGreaterThan(4);
        assertThat(owner.number("select count(*) from writ.personal_value where tableoid ="
                        + " 'writ.personal_value_default'::regclass"))
                .isZero();
    }

    @Test
    void whatWasActivatedIsKeptApartFromItsRecordAndARefusalOrAnotherTenantsIsNot() throws SQLException {
        owner.run("""
                insert into writ.decision (decision_id, tenant_id, trace_id, kind, event, occurred_at, canonical)
                select uuidv7(), 'writ:system', 't', 2, 'activate_policy', now(),
                       convert_to('{"detail":{"bundle_sha256":"' || repeat('ab', 32) || '","rule_set":' || g
                           || '},"outcome":"' || case g when 9 then 'refused' else 'activated' end || '"}', 'UTF8')
                  from generate_series(7, 9) g""");
        owner.run("""
                insert into writ.decision (decision_id, tenant_id, trace_id, kind, event, occurred_at, canonical)
                values (uuidv7(), 'acme', 't', 2, 'activate_policy', now(), '{"outcome":"activated"}')""");

        migrate("latest");

        assertThat(owner.list("select concat_ws('|', tenant_id, rule_set, encode(bundle_sha256, 'hex'))"
                        + " from writ.policy_activation order by rule_set"))
                .containsExactly("writ:system|7|" + "ab".repeat(32), "writ:system|8|" + "ab".repeat(32));
    }

    @Test
    void policiesTriggersAndGrantsAreThoseOfBefore() throws SQLException {
        String guards = """
                select 'policy ' || tablename || ' ' || policyname || ' ' || roles::text || cmd || coalesce(qual, '')
                       || coalesce(with_check, '') from pg_policies where schemaname = 'writ'
                    and tablename in ('decision', 'evidence', 'personal_value', 'ledger_entry')
                union all
                select 'grant ' || c.relname || ' ' || a.grantee::regrole || ' ' || a.privilege_type
                  from pg_class c, aclexplode(c.relacl) a
                 where c.oid in ('writ.decision'::regclass, 'writ.evidence'::regclass, 'writ.personal_value'::regclass,
                                 'writ.ledger_entry'::regclass) and a.grantee <> c.relowner
                union all
                select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
                   and tgrelid in ('writ.decision'::regclass, 'writ.evidence'::regclass, 'writ.personal_value'::regclass,
                                   'writ.ledger_entry'::regclass)
                order by 1""";
        List<String> before = owner.list(guards);

        migrate("latest");

        assertThat(owner.list(guards)).hasSizeGreaterThan(15).containsAll(before);
    }

    private void migrate(String target) {
        Flyway.configure()
                .loggers("slf4j")
                .dataSource(server.getPostgresDatabase())
                .schemas("writ")
                .defaultSchema("writ")
                .table("schema_history")
                .locations("classpath:db/migration")
                .placeholderReplacement(false)
                .target(target)
                .load()
                .migrate();
    }
}

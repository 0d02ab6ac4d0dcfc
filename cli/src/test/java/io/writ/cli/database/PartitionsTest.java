package io.writ.cli.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A partition is as guarded as the table it belongs to, whoever enters it by its own name. */
@ExtendWith(OneDatabase.class)
class PartitionsTest {

    private static final String PARTITIONS =
            "select c.relname from pg_class c where c.relnamespace = 'writ'::regnamespace and c.relkind = 'r'"
                    + " and c.relispartition";

    private final DatabaseAccess access;
    private final Sql owner;

    PartitionsTest(DatabaseAccess access) {
        this.access = access;
        this.owner = Sql.as(access.asOwner());
    }

    @ParameterizedTest
    @ValueSource(strings = {"decision", "evidence", "personal_value"})
    void thereIsAPartitionForThisMonthAndTheNextThree(String table) throws SQLException {
        for (int ahead = 0; ahead <= 3; ahead++) {
            String id = "writ.id_at(date_trunc('month', now() at time zone 'UTC') at time zone 'UTC'" + " + interval '"
                    + ahead + " month 1 day')";
            assertThat(owner.number("select count(*) from pg_class where relname = '" + table + "_'"
                            + " || to_char(uuid_extract_timestamp(overlay(overlay(" + id
                            + "::text placing '7' from 15) placing '8' from 20)::uuid) at time zone 'UTC', 'YYYY_MM')"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aRecordOfNowIsInThePartitionOfThisMonth() throws SQLException {
        owner.run(Rows.insert("decision", "acme").replace("gen_random_uuid()", "uuidv7()"));
        assertThat(owner.list("select distinct tableoid::regclass::text from writ.decision"
                        + " where uuid_extract_version(decision_id) = 7"))
                .containsExactly(owner.list("select 'writ.decision_' || to_char(now() at time zone 'UTC', 'YYYY_MM')")
                        .getFirst());
    }

    @Test
    void nothingIsRefusedForWantOfAPartitionAndSomebodyIsTold() throws SQLException {
        owner.run(Rows.insert("decision", "acme")
                .replace("gen_random_uuid()", "overlay(gen_random_uuid()::text placing 'f' from 1)::uuid"));
        owner.run("insert into writ.ledger_entry values (1000000000, 1, 2, gen_random_uuid(), sha256(''), sha256(''))"
                + " on conflict do nothing");
        assertThat(Sql.as(access.asSequencer())
                        .list("select writ.extend_partitions()")
                        .getFirst())
                .contains("writ.decision_default holds rows", "writ.ledger_entry_default holds rows");
    }

    @Test
    void onlyTheSequencerAndTheOwnerMakePartitions() {
        for (var role : List.of(access.asApp(), access.asAuditor(), access.asSource())) {
            assertThatThrownBy(() -> Sql.as(role).list("select writ.extend_partitions()"))
                    .hasMessageContaining("permission denied");
        }
        for (var role : List.of(access.asApp(), access.asAuditor(), access.asSource(), access.asSequencer())) {
            assertThatThrownBy(() -> Sql.as(role).list("select writ.add_month('decision', '2020-01-01')"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void nobodyEntersAPartitionByItsOwnName() throws SQLException {
        List<String> partitions = owner.list(PARTITIONS);
        assertThat(partitions).hasSizeGreaterThan(16);
        for (String partition : partitions) {
            for (var role : List.of(access.asApp(), access.asAuditor(), access.asSource(), access.asSequencer())) {
                assertThatThrownBy(() -> Sql.as(role).forTenant("acme").list("select 1 from writ." + partition))
                        .as(partition)
                        .hasMessageContaining("permission denied");
                assertThatThrownBy(() ->
                                Sql.as(role).forTenant("acme").run("insert into writ." + partition + " default values"))
                        .as(partition)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void everyPartitionHasTheGuardsAndTheSettingsOfItsTable() throws SQLException {
        String guarded = """
                c.relrowsecurity
                and c.reloptions @> '{autovacuum_vacuum_insert_scale_factor=0.02,autovacuum_freeze_min_age=0}'
                and (select count(*) from pg_trigger t where t.tgrelid = c.oid and t.tgenabled = 'O'
                        and t.tgname in ('append_only', 'append_only_whole')) = 2""";
        assertThat(owner.list(PARTITIONS + " and not (" + guarded + ")")).isEmpty();
        for (String partition : owner.list(PARTITIONS)) {
            assertThatThrownBy(() -> owner.run("truncate writ." + partition)).hasMessageContaining("append-only");
        }
    }
}

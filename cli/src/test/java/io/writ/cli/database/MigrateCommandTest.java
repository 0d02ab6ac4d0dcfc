package io.writ.cli.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.Outcome;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrateCommandTest {

    private EmbeddedPostgres server;
    private Sql superuser;
    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void anEmptyDatabaseWithAnOwner() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        superuser = Sql.as(server.getPostgresDatabase());
        superuser.run("create role boss login password 'secret'");
        superuser.run("grant create on database postgres to boss");
        variables.put("WRIT_DB_URL", "jdbc:postgresql://localhost:" + server.getPort() + "/postgres");
        variables.put("WRIT_DB_OWNER_USER", "boss");
        variables.put("WRIT_DB_OWNER_PASSWORD", "secret");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void anOwnerWhoMayNotCreateRolesIsToldWhatAnAdministratorRuns() throws SQLException {
        Outcome refused = Outcome.of(variables, "migrate");
        assertThat(refused.exitCode()).isEqualTo(2);
        String statements =
                refused.errors().lines().filter(line -> line.endsWith(";")).reduce("", (a, b) -> a + b);
        assertThat(statements)
                .contains(
                        "create role writ_app",
                        "create role writ_source",
                        "create role writ_auditor",
                        "create role writ_sequencer");
        superuser.run(statements);
        assertThat(Outcome.of(variables, "migrate").exitCode()).isZero();
        assertThat(superuser.number("select writ.schema_version()")).isPositive();
    }

    @Test
    void anOwnerWhoMayCreateRolesNeedsTheirPasswordsOnce() throws SQLException {
        superuser.run("alter role boss createrole");
        assertThat(Outcome.of(variables, "migrate").errors()).contains("set WRIT_DB_APP_PASSWORD");
        variables.put("WRIT_DB_APP_PASSWORD", "a'b");
        variables.put("WRIT_DB_SOURCE_PASSWORD", "s");
        variables.put("WRIT_DB_AUDITOR_PASSWORD", "x");
        variables.put("WRIT_DB_SEQUENCER_PASSWORD", "q");
        assertThat(Outcome.of(variables, "migrate").output())
                .contains(
                        "Created role writ_app",
                        "Created role writ_source",
                        "Created role writ_auditor",
                        "Created role writ_sequencer")
                .containsPattern("Schema: \\d+ migrations");
        assertThat(Outcome.of(variables, "migrate").output()).isEqualToIgnoringNewLines("Schema: up to date");
    }

    @Test
    void theSampleCompanyIsLoadedOnceAndLeavesNobodyBehind() throws SQLException {
        superuser.run("alter role boss superuser");
        variables.put("WRIT_DB_APP_PASSWORD", "a");
        variables.put("WRIT_DB_SOURCE_PASSWORD", "s");
        variables.put("WRIT_DB_AUDITOR_PASSWORD", "x");
        variables.put("WRIT_DB_SEQUENCER_PASSWORD", "q");
        assertThat(Outcome.of(variables, "migrate", "--sample").output()).contains("Sample company: 1 migration");
        assertThat(Outcome.of(variables, "migrate", "--sample").output()).contains("Sample company: up to date");
        Sql source = Sql.as(server.getDatabase("writ_source", "postgres"));
        for (String view : source.list("select viewname from pg_views where schemaname = 'safe'")) {
            assertThat(source.number("select count(*) from safe." + view))
                    .as(view)
                    .isZero();
            assertThat(source.forTenant("local").number("select count(*) from safe." + view))
                    .as(view)
                    .isPositive();
        }
        assertThat(source.number("select count(*) from pg_class where relnamespace = 'safe'::regnamespace"
                        + " and relkind = 'v' and not coalesce(reloptions @> '{security_barrier=true}', false)"))
                .isZero();
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsOneLine() {
        variables.put("WRIT_DB_URL", "jdbc:postgresql://localhost:1/nowhere");
        Outcome failed = Outcome.of(variables, "migrate");
        assertThat(failed.exitCode()).isEqualTo(2);
        assertThat(failed.errors().lines().count()).isEqualTo(1);
        assertThat(failed.errors()).contains("does not answer as boss").doesNotContain("secret");
    }

    @Test
    void aMissingAddressIsNamed() {
        assertThat(Outcome.of(Map.of(), "migrate").errors()).contains("set WRIT_DB_URL");
    }
}

package io.writ.cli.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.cli.Outcome;
import io.writ.cli.database.DatabaseAccess;
import io.writ.cli.database.DevDatabase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EraseCommandTest {

    @TempDir
    private static Path directory;

    private static DevDatabase database;
    private static DatabaseAccess access;

    @BeforeAll
    static void start() {
        database = DevDatabase.start(directory);
        access = database.access();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void nobodyIsNamedByNothing() {
        Outcome refused = Outcome.of(Map.of(), "erase", "--tenant", "acme", "--subject", " ");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors()).contains("neither may be empty");
    }

    @Test
    void theOwnersCredentialsAreAskedFor() {
        Outcome refused = Outcome.of(
                Map.of("WRIT_DB_URL", access.url(), "WRIT_DB_AUDITOR_PASSWORD", "p"),
                "erase",
                "--tenant",
                "acme",
                "--subject",
                "ann");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.errors()).contains("set WRIT_DB_OWNER_USER");
    }

    @Test
    void ofTwoErasuresAtOnceOneIsRecordedAndTheOtherFindsNothing() throws Exception {
        key("acme", "ann");
        Callable<Optional<Receipt>> erase = () -> erasure().erase(new Person("acme", "ann"), Reach.OWN);

        List<Optional<Receipt>> receipts;
        try (var threads = Executors.newFixedThreadPool(2)) {
            receipts = threads.invokeAll(Collections.nCopies(2, erase)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(receipts.stream().filter(Optional::isPresent)).hasSize(1);
        String recorded = "select count(*) from writ.decision join writ.ledger_entry on record_id = decision_id"
                + " where event = 'erase_subject' and decision_id = '"
                + receipts.stream()
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseThrow()
                        .recordId() + "'";
        assertThat(number(recorded)).isEqualTo(1);
    }

    @Test
    void aQuoteInANameIsPartOfTheNameAndThePersonOfAnotherTenantStays() throws SQLException {
        String name = "o'hara \"x\"";
        key("acme", name);
        key("globex", name);

        assertThat(erasure().preview(new Person("acme", "o'hara"), Reach.TEXTS).isNothing())
                .isTrue();
        assertThat(erasure().erase(new Person("acme", name), Reach.TEXTS)).isPresent();

        assertThat(number("select count(*) from writ.subject_key where tenant_id = 'acme'"))
                .isZero();
        assertThat(number("select count(*) from writ.subject_key where tenant_id = 'globex'"))
                .isEqualTo(1);
    }

    @Test
    void valuesOfAnOlderVersionAreDeleted() throws SQLException {
        run("insert into writ.personal_value (decision_id, commitment, tenant_id, kind, salt, content)"
                + " values (uuidv7(), sha256('1'), 'initech', 'principal', sha256('s'), 'bob'),"
                + " (uuidv7(), sha256('2'), 'initech', 'principal', sha256('s'), 'bobby')");

        assertThat(erasure().erase(new Person("initech", "bob"), Reach.OWN)).isPresent();

        assertThat(number("select count(*) from writ.personal_value where tenant_id = 'initech'"))
                .isEqualTo(1);
    }

    @Test
    void ofTextsOfOthersThoseThatNameThePersonAreEmptiedOnDemand() throws SQLException {
        version("named", "Ask cleo.");
        version("quoted", "Said \u201ccleo\u201d: no");
        version("others", "cleopatra, cleo-ann, cleo@b.org, x.cleo");
        run("update writ.session set answer = 'It was cleo', claim_map = '{\"a\": \"b\"}' where session_id = '"
                + session("umbrella", "dan") + "'");
        run("update writ.session set answer = 'cleopatra' where session_id = '" + session("umbrella", "eve") + "'");
        Person cleo = new Person("umbrella", "cleo");
        assertThat(erasure().preview(cleo, Reach.EVIDENCE).isNothing()).isTrue();

        assertThat(erasure().erase(cleo, Reach.TEXTS)).isPresent();

        assertThat(number("select count(*) from writ.source_version where tenant_id = 'umbrella' and content is null"))
                .isEqualTo(2);
        assertThat(number("select count(*) from writ.session where tenant_id = 'umbrella' and answer is null"
                        + " and claim_map is null and principal_id = 'dan'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from writ.session where tenant_id = 'umbrella' and answer = 'cleopatra'"))
                .isEqualTo(1);
    }

    @Test
    void whatStaysIsToldAtTheEnd() throws SQLException {
        key("hooli", "fay");

        assertThat(ErasurePage.receipt(
                        erasure().erase(new Person("hooli", "fay"), Reach.OWN).orElseThrow(), Reach.OWN))
                .contains("Stays: evidence, kept versions of documents", "--texts", "docs/ERASURE.md");
    }

    @Test
    void aRunThatSomebodyHoldsIsNotWaitedForWhileOthersWaitForTheErasure() throws SQLException {
        String session = session("umbra", "gus");
        try (Connection holder = access.asOwner().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select 1 from writ.session where session_id = '" + session + "' for update");

            assertThatThrownBy(() -> erasure().erase(new Person("umbra", "gus"), Reach.OWN))
                    .hasMessage("nothing was erased: somebody holds what would change in writ.session for longer than"
                            + " 5 seconds: repeat");
        }
        assertThat(erasure().erase(new Person("umbra", "gus"), Reach.OWN)).isPresent();
    }

    @Test
    void runsAreLockedAfterEverythingThatIsSearched() {
        assertThat(Step.all(Reach.TEXTS)).last().extracting(Step::name).isEqualTo("runs");
        assertThat(Step.all(Reach.TEXTS).stream().map(Step::table).toList().lastIndexOf("writ.evidence"))
                .isLessThan(
                        Step.all(Reach.TEXTS).stream().map(Step::table).toList().indexOf("writ.session"));
    }

    @Test
    void theReceiptIsPrintedBeforeAnythingThatMayFailAfterTheErasure() throws SQLException {
        key("initrode", "hal");

        Outcome erased = erasedWhile("alter table writ.subject_key rename to subject_key_away", "initrode", "hal");
        run("alter table writ.subject_key_away rename to subject_key");

        assertThat(erased.output()).startsWith("Erased:").contains("The salt is stored nowhere else:");
        assertThat(erased.exitCode()).isEqualTo(2);
        assertThat(erased.errors())
                .contains("the erasure is done and recorded", "vacuum writ.subject_key")
                .doesNotContain("nothing was erased");
        assertThat(number("select count(*) from writ.subject_key where tenant_id = 'initrode'"))
                .isZero();
    }

    @Test
    void whetherACommitWithoutAnAnswerErasedIsNotSaid() throws SQLException {
        key("wonka", "ida");

        Outcome lost = erasedWhile("perform pg_terminate_backend(pg_backend_pid())", "wonka", "ida");

        assertThat(lost.exitCode()).isEqualTo(2);
        assertThat(lost.errors())
                .contains("it is not known whether the erasure was committed", "the salt of its receipt is")
                .doesNotContain("nothing was erased");
    }

    /** The statement runs while the erasure commits. */
    private static Outcome erasedWhile(String statement, String tenant, String subject) throws SQLException {
        run("create function writ.at_commit() returns trigger language plpgsql as $$ begin " + statement
                + "; return null; end $$");
        run("create constraint trigger at_commit after insert on writ.lane_open deferrable initially deferred"
                + " for each row execute function writ.at_commit()");
        try {
            return Outcome.of(
                    Map.of(
                            "WRIT_DB_URL", access.url(),
                            "WRIT_DB_OWNER_USER", access.owner().user(),
                            "WRIT_DB_OWNER_PASSWORD", access.owner().password()),
                    "erase",
                    "--tenant",
                    tenant,
                    "--subject",
                    subject,
                    "--yes");
        } finally {
            run("drop trigger at_commit on writ.lane_open");
            run("drop function writ.at_commit()");
        }
    }

    private static void version(String object, String text) throws SQLException {
        run("insert into writ.source_version (tenant_id, source, object_id, version_id, observed_at, content)"
                + " values ('umbrella', 'files', '" + object + "', 'v', now(), convert_to('" + text + "', 'UTF8'))");
    }

    private static String session(String tenant, String principal) throws SQLException {
        String id = tenant + "-" + principal;
        run("insert into writ.session"
                + " (session_id, tenant_id, trace_id, principal_id, principal_commitment, actor_chain, roles, token_hash,"
                + " created_at, expires_at, as_of, policy_snapshot_id, policy_snapshot_hash, policy_snapshot,"
                + " max_operator_calls, max_bytes, max_wallclock_ms, max_steps, intent_id) values ('" + id + "', '"
                + tenant
                + "', 't', '" + principal + "', sha256('1'), '[]', '{}', sha256('" + id + "'), now(),"
                + " now() + interval '1 h', now(), 'id', sha256('p'), '{}', 10, 1000, 1000, 5, gen_random_uuid())");
        return id;
    }

    private static Erasure erasure() {
        return new Erasure(access.asOwner(), Clock.systemUTC(), new SecureRandom());
    }

    private static void key(String tenant, String subject) throws SQLException {
        run("insert into writ.subject_key (tenant_id, subject, key) values ('" + tenant + "', '"
                + subject.replace("'", "''") + "', sha256(''))");
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = access.asOwner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = access.asOwner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

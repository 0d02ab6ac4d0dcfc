package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.server.LocalInstance;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts that fail: nothing leaves, the code says which part, and nothing has to be restarted afterwards. */
class OutageIT {

    private static final String ROWS = "{\"view_id\":\"safe_customer_view_public\",\"fields\":[\"status\"]}";

    private static LocalInstance instance;
    private static Records records;

    @TempDir
    private static Path folder;

    private static Path corpus;
    private static CuttableWire wire;

    /** The server reaches its database over a wire that can be cut, and reads a corpus that can be taken away. */
    @BeforeAll
    static void start() throws IOException {
        corpus = folder.resolve("corpus");
        copy(TestServer.ROOT.resolve("config/corpus"), corpus);
        instance =
                TestServer.start("outage", Map.of("WRIT_SOURCE_TIMEOUT_MS", "150", "WRIT_CORPUS", corpus.toString()));
        records = new Records(instance.database());
        String url = instance.database().url();
        int port = URI.create(url.substring("jdbc:".length())).getPort();
        wire = CuttableWire.to(port);
        instance.restartServer(address -> address.replace(":" + port + "/", ":" + wire.port() + "/"));
    }

    @AfterAll
    static void stop() {
        instance.close();
        wire.close();
    }

    @Test
    void withALedgerThatCannotWriteNoDataLeaves() {
        OpenSession session = OpenSession.open(Api.of(instance, "dev"));
        long before = decisions();
        records.asOwner("revoke insert on writ.ledger_entry from writ_app");
        try {
            Answer answer = session.call("fetch_rows", ROWS);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isIn("ERR_LEDGER_UNAVAILABLE", "ERR_DB_UNAVAILABLE");
            assertThat(answer.json().getBoolean("retryable")).isTrue();
            assertThat(answer.text()).doesNotContain("active", "suspended");
            assertThat(decisions()).isEqualTo(before);
        } finally {
            records.asOwner("grant insert on writ.ledger_entry to writ_app");
        }
        assertThat(session.call("fetch_rows", ROWS).status()).isEqualTo(200);
        assertThat(records.offences()).isEmpty();
    }

    @Test
    void aViewThatIsGoneIsASourceFailureThatIsRecorded() {
        OpenSession session = OpenSession.open(Api.of(instance, "dev"));
        records.asOwner("revoke select on safe.safe_coffees from writ_source");
        try {
            Answer answer = session.call("fetch_rows", "{\"view_id\":\"safe_coffees\",\"fields\":[\"name\"]}");

            assertThat(answer.json().getString("terminal_mode_hint")).isEqualTo("SOURCE_UNAVAILABLE");
            assertThat(answer.text()).doesNotContain("Harbour Blend");
            assertThat(records.of(session.id()))
                    .anySatisfy(record -> assertThat(record).contains("source_misconfigured"));
        } finally {
            records.asOwner("grant select on safe.safe_coffees to writ_source");
        }
    }

    @Test
    void aSlowViewIsCutOffInTime() {
        Answer answer = OpenSession.open(Api.of(instance, "dev"))
                .call("fetch_rows", "{\"view_id\":\"safe_customer_view_public_slow\",\"fields\":[\"status\"]}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("ERR_SOURCE_UNAVAILABLE");
        assertThat(answer.json().getBoolean("retryable")).isTrue();
    }

    @Test
    void aDatabaseThatIsGoneIsSaidSoAndComesBackWithoutARestart() {
        OpenSession session = OpenSession.open(Api.of(instance, "dev"));
        wire.cut();
        try {
            Answer call = session.call("fetch_rows", ROWS);
            Answer opening =
                    Api.of(instance, "dev").post("/v1/sessions", "{\"budget\":" + OpenSession.budget(1, 1) + "}");
            Answer ready = Api.anonymous(instance).get("/readyz");

            assertThat(call.status()).isEqualTo(503);
            assertThat(call.json().getBoolean("retryable")).isTrue();
            assertThat(opening.status()).isEqualTo(503);
            assertThat(opening.code()).isIn("ERR_DB_UNAVAILABLE", "ERR_LEDGER_UNAVAILABLE");
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.json().getJsonObject("checks").getBoolean("postgres"))
                    .isFalse();
            assertThat(Api.anonymous(instance).get("/healthz").text()).isEqualTo("ok");
        } finally {
            wire.mend();
        }
        assertThat(session.call("fetch_rows", ROWS).status()).isEqualTo(200);
        assertThat(Api.anonymous(instance).get("/readyz").status()).isEqualTo(200);
        assertThat(records.offences()).isEmpty();
    }

    @Test
    void aMissingCorpusIsAnOutageAndNotAnEmptyAnswer() throws IOException {
        Path away = corpus.resolveSibling("corpus-away");
        Files.move(corpus, away);
        try {
            OpenSession session = OpenSession.open(Api.of(instance, "dev"));
            String span = "{\"object_id\":\"handbook/refund_policy.txt\"}";
            // What was read a moment ago may still be true; that the folder is gone is noticed with the next look at
            // it.
            Patience.await(
                    Duration.ofSeconds(10),
                    "the missing folder was not noticed",
                    () -> session.call("fetch_span", span).status() != 200);
            Answer answer = session.call("fetch_span", span);

            assertThat(answer.status()).isIn(500, 503);
            assertThat(answer.json().getString("terminal_mode_hint")).isEqualTo("SOURCE_UNAVAILABLE");
            assertThat(answer.text()).doesNotContain("Unopened");
        } finally {
            Files.move(away, corpus);
        }
    }

    private static long decisions() {
        return Long.parseLong(records.texts("select count(*)::text from writ.decision where ? = ''", "")
                .getFirst());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.createDirectories(to.resolve(from.relativize(file)).getParent());
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}

package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.server.LocalInstance;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles come, go, and are tampered with while callers are served. */
class PolicyBundlesIT {

    /** The server looks once a second; the machine may be busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration AGE_MAX = Duration.ofSeconds(8);

    @TempDir
    private static Path folder;

    private static BundleServer bundles;
    private static LocalInstance instance;
    private static Records records;
    private static BundledInstance served;
    private static byte[] a;
    private static byte[] b;
    private static byte[] older;
    private static byte[] unsigned;
    private static Path archiveA;
    private static PolicyAuthor author;

    @BeforeAll
    static void start() throws IOException {
        boolean present = PolicyAuthor.hasOpa();
        if (!present) {
            System.out.println("SKIPPED: opa is not on the PATH, so no bundle came or went");
        }
        Assumptions.assumeTrue(present, "opa is absent");
        author = PolicyAuthor.in(folder);
        archiveA = author.signed("a", 2);
        a = Files.readAllBytes(archiveA);
        b = Files.readAllBytes(author.signed("b", 2));
        older = Files.readAllBytes(author.signed("o", 1));
        unsigned = Files.readAllBytes(author.unsigned("u", 3));
        bundles = BundleServer.start().serve();
        bundles.offer(a);
        instance = TestServer.start(
                "bundles",
                Map.of(
                        "WRIT_POLICY_BUNDLE",
                        bundles.url(),
                        "WRIT_POLICY_BUNDLE_TOKEN",
                        BundleServer.TOKEN,
                        "WRIT_POLICY_KEYS",
                        author.keyFile().toString(),
                        "WRIT_POLICY_REFRESH_SECS",
                        "1",
                        "WRIT_POLICY_MAX_AGE_SECS",
                        Long.toString(AGE_MAX.toSeconds()),
                        "WRIT_POSTURE",
                        "policy=active, policy.signed=true, policy.fallback=deny"));
        served = new BundledInstance(instance);
        records = served.records();
    }

    @AfterAll
    static void stop() {
        if (instance != null) {
            instance.close();
            bundles.close();
        }
    }

    @BeforeEach
    void theFirstVersionIsInForce() {
        bundles.offer(a);
        await(() -> served.grantedBy("a") && isReady());
    }

    @Test
    void aTamperedBundleIsRefusedWhileTheLastGoodOneServes() {
        OpeningCallers callers = OpeningCallers.start(served.dev(), 2);
        bundles.offer(tampered(b));
        await(() -> trouble().equals("bundle.signature"));
        assertThat(callers.stop())
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(200));

        assertThat(served.grantedBy("a")).isTrue();
        Answer ready = Api.anonymous(instance).get("/readyz");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.json().getString("status")).isEqualTo("degraded");
        assertThat(ready.json().getJsonArray("notes").getString(0)).startsWith("bundle.signature: ");
        assertThat(served.activations("refused"))
                .anySatisfy(record -> assertThat(record).contains("bundle.signature"));
        assertThat(Api.anonymous(instance).get("/metrics").text())
                .contains("writ_policy_activations_total{outcome=\"bundle.signature\"}")
                .contains("# TYPE writ_policy_snapshot_age_seconds gauge");
    }

    @Test
    void anOlderRuleSetAndAnUnsignedBundleAreRefused() {
        bundles.offer(older);
        await(() -> trouble().equals("bundle.rollback"));
        assertThat(served.grantedBy("a")).isTrue();

        bundles.offer(unsigned);
        await(() -> trouble().equals("bundle.unsigned"));
        assertThat(served.grantedBy("a")).isTrue();
        assertThat(served.activations("refused"))
                .anySatisfy(record -> assertThat(record).contains("bundle.rollback", "\"rule_set\":1"))
                .anySatisfy(record -> assertThat(record).contains("bundle.unsigned"));
    }

    @Test
    void aServerThatIsGoneMakesThePolicyStaleUntilItIsBack() {
        bundles.goAway();
        try {
            await(() -> open().status() == 503);
            Answer stale = open();
            assertThat(stale.text()).contains("policy.stale");
            Answer ready = Api.anonymous(instance).get("/readyz");
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.json().getJsonArray("weaknesses").getString(0))
                    .isEqualTo("policy is inactive, and WRIT_POSTURE declares active");
            assertThat(posture().getString("status")).isEqualTo("weaker");
        } finally {
            bundles.comeBack();
        }
        await(() -> served.grantedBy("a") && isReady());
    }

    @Test
    void thePostureSaysWhatIsInForce() {
        JsonObject posture = posture();

        assertThat(posture.getString("status")).isEqualTo("as_declared");
        assertThat(posture.getJsonObject("gates").getBoolean("tenant.isolation"))
                .isTrue();
        assertThat(posture.getJsonObject("gates").getBoolean("redaction")).isTrue();
        assertThat(posture.getJsonObject("gates").getBoolean("claim_gate")).isTrue();
        assertThat(posture.getJsonObject("gates").getBoolean("ledger.recording"))
                .isTrue();
        assertThat(posture.getJsonObject("gates").getBoolean("rate_limit.sessions"))
                .as("lifted for this instance")
                .isFalse();
        assertThat(posture.getJsonObject("facts").getString("policy.source")).isEqualTo("url");
        assertThat(posture.getJsonObject("facts").getString("policy.rule_set")).isEqualTo("2");
        assertThat(posture.getJsonObject("policy").getString("signed_by")).isEqualTo("release");
        assertThat(posture.getJsonObject("policy").getInt("rules")).isGreaterThan(10);
        assertThat(posture.toString()).doesNotContain("127.0.0.1", BundleServer.TOKEN);
    }

    @Test
    void theSameArchiveAnswersTheSameInOpa() throws IOException {
        assertThat(open().status()).isEqualTo(200);
        String recorded = records.texts(
                        "select convert_from(policy_input, 'UTF8')::jsonb ->> 'decision' from writ.decision"
                                + " where event = ? and policy_input is not null limit 1",
                        "create_session")
                .getFirst();
        try (OpaProcess opa = OpaProcess.start(archiveA, author.publicKey(), folder)) {
            JsonObject answer = opa.ask("/v1/data/writ/authz/decision?provenance=true", "{\"input\":" + recorded + "}");

            assertThat(answer.getJsonObject("result").getString("reason")).isEqualTo(PolicyAuthor.reason("a"));
            assertThat(answer.getJsonObject("provenance").toString())
                    .contains(posture().getJsonObject("policy").getString("revision"));
        }
    }

    private static byte[] tampered(byte[] archive) {
        try {
            Path work = Files.createDirectories(folder.resolve("tampered"));
            Path good = Files.write(work.resolve("good.tar.gz"), archive);
            PolicyAuthor.run(work, List.of("tar", "-xzf", good.toString()));
            Path data = work.resolve("data.json");
            Files.writeString(data, Files.readString(data).replace("\"db\"", "\"dx\""));
            Files.delete(good);
            Path bad = folder.resolve("tampered.tar.gz");
            PolicyAuthor.run(work, List.of("tar", "-czf", bad.toString(), "."));
            return Files.readAllBytes(bad);
        } catch (IOException failed) {
            throw new IllegalStateException("tampering", failed);
        }
    }

    private static Answer open() {
        return served.dev().post("/v1/sessions", "{\"budget\":" + OpenSession.budget(1, 1) + "}");
    }

    private static boolean isReady() {
        return Api.anonymous(instance).get("/readyz").status() == 200;
    }

    private static JsonObject posture() {
        return served.dev().get("/v1/posture").json();
    }

    private static String trouble() {
        JsonObject policy = posture().getJsonObject("policy");
        return policy.containsKey("last_trouble")
                ? policy.getJsonObject("last_trouble").getString("code")
                : "";
    }

    private static void await(BooleanSupplier condition) {
        Patience.await(PATIENCE, () -> "posture: " + posture(), condition);
    }
}

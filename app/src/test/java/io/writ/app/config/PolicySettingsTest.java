package io.writ.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Digest;
import io.writ.governance.PolicyConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicySettingsTest {

    @TempDir
    private Path folder;

    private final Map<String, String> given = new HashMap<>();
    private final Environment environment = new Environment(name -> Optional.ofNullable(given.get(name)));

    @Test
    void withoutAWordThePackagedPolicyIsEvaluatedHere() {
        PolicyConfig policy = read();

        assertThat(environment.problems()).isEmpty();
        assertThat(policy.source()).isEqualTo(new PolicyConfig.Source.Packaged());
        assertThat(policy.trust())
                .isEqualTo(new PolicyConfig.Trust(Optional.empty(), Optional.empty(), false, Optional.empty()));
        assertThat(policy.reload()).isEqualTo(new PolicyConfig.Reload(Duration.ofSeconds(30), Duration.ZERO));
        assertThat(policy.evaluation().engine()).isEqualTo(PolicyConfig.Engine.EMBEDDED);
        assertThat(policy.evaluation().fallback()).isEqualTo(PolicyConfig.Fallback.DENY);
        assertThat(policy.evaluation().shadow()).isEqualTo(PolicyConfig.Shadow.NONE);
        assertThat(policy.declaredPosture()).isEmpty();
    }

    @Test
    void theKindOfASourceIsSeenFromItsName() throws IOException {
        Path keys = Files.writeString(folder.resolve("keys.json"), "{}");
        given.put("WRIT_POLICY_KEYS", keys.toString());
        given.put("WRIT_POLICY_BUNDLE", folder.toString());
        assertThat(read().source()).isEqualTo(new PolicyConfig.Source.Directory(folder));
        given.put("WRIT_POLICY_BUNDLE", keys.toString());
        assertThat(read().source()).isEqualTo(new PolicyConfig.Source.Archive(keys));
        given.put("WRIT_POLICY_BUNDLE", "https://bundles.example/writ.tar.gz");
        given.put("WRIT_POLICY_BUNDLE_TOKEN", "secret");
        assertThat(read().source())
                .isEqualTo(new PolicyConfig.Source.Remote(
                        URI.create("https://bundles.example/writ.tar.gz"), Optional.of("secret")));
        assertThat(read().reload().ageMax()).isEqualTo(Duration.ofHours(1));
        given.put("WRIT_POLICY_MAX_AGE_SECS", "0");
        assertThat(read().reload().ageMax()).isZero();
        assertThat(environment.problems()).isEmpty();
    }

    @Test
    void aBundleThatNobodyVouchesForRefusesTheStart() {
        given.put("WRIT_POLICY_BUNDLE", folder.toString());
        read();
        assertThat(environment.problems())
                .singleElement()
                .extracting(StartupProblem::message)
                .asString()
                .startsWith("WRIT_POLICY_KEYS is not set.");
    }

    @Test
    void aPinVouchesForABundleAndTheDeclaredPostureIsRead() {
        given.put("WRIT_POLICY_BUNDLE", folder.toString());
        given.put("WRIT_POLICY_PIN", "sha256:" + "a".repeat(64));
        given.put("WRIT_POSTURE", "policy.pinned=true, policy.engine=embedded");
        PolicyConfig policy = read();

        assertThat(environment.problems()).isEmpty();
        assertThat(policy.trust().pin()).contains(new Digest("a".repeat(64)));
        assertThat(policy.declaredPosture())
                .containsExactly(Map.entry("policy.engine", "embedded"), Map.entry("policy.pinned", "true"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WRIT_POLICY_BUNDLE | /no/such/place | must name a directory",
                "WRIT_POLICY_BUNDLE | https://user:word@bundles.example/x | must be an http(s) URL",
                "WRIT_POLICY_BUNDLE | http:///x | must be an http(s) URL",
                "WRIT_POLICY_KEYS | /no/such/file | must name a file that can be read",
                "WRIT_POLICY_PIN | sha256:ABC | must be sha256: and 64 lower-case",
                "WRIT_POLICY_PIN | md5:00 | must be sha256: and 64 lower-case",
                "WRIT_POLICY_REFRESH_SECS | 0 | must be a whole number from 1",
                "WRIT_POLICY_MAX_AGE_SECS | -1 | must be a whole number from 0",
                "WRIT_POLICY_ALLOW_ROLLBACK | yes | must be true or false",
                "WRIT_POLICY_ENGINE | wasm | must be one of: embedded, opa",
                "WRIT_POLICY_FALLBACK | allow | must be one of: deny, embedded",
                "WRIT_POLICY_SHADOW | both | must be one of: none, embedded, opa",
                "WRIT_POLICY_ENGINE | opa | WRIT_OPA_URL is not set",
                "WRIT_OPA_URL | localhost:8181 | must be an http(s) URL",
                "WRIT_OPA_TIMEOUT_MS | 0 | must be a whole number from 1",
                "WRIT_POSTURE | policy.signed | must be name=value",
                "WRIT_POSTURE | a=b=c | must be name=value"
            })
    void aValueThatDoesNotFitIsNamed(String key, String value, String message) {
        given.put(key, value);
        read();

        assertThat(environment.problems())
                .extracting(StartupProblem::message)
                .anySatisfy(told -> assertThat(told).contains(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://opa.example:8181", "http://127.0.0.1.example", "http://10.0.0.7:8181"})
    void anotherMachineIsNotAskedInPlainText(String url) {
        given.put("WRIT_OPA_URL", url);
        given.put("WRIT_POLICY_BUNDLE", url);
        given.put("WRIT_POLICY_BUNDLE_TOKEN", "secret");
        given.put("WRIT_POLICY_PIN", "sha256:" + "a".repeat(64));
        read();

        assertThat(environment.problems())
                .extracting(StartupProblem::message)
                .hasSize(2)
                .allSatisfy(told -> assertThat(told).contains("must be an https URL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8181", "http://localhost", "http://[::1]:8181", "https://opa.example"})
    void thisMachineAndEncryptedWaysAreFine(String url) {
        given.put("WRIT_OPA_URL", url);
        given.put("WRIT_POLICY_BUNDLE", url);
        given.put("WRIT_POLICY_BUNDLE_TOKEN", "secret");
        given.put("WRIT_POLICY_PIN", "sha256:" + "a".repeat(64));
        read();

        assertThat(environment.problems()).isEmpty();
    }

    @Test
    void aSignedBundleWithoutATokenMayTravelInPlainText() {
        given.put("WRIT_POLICY_BUNDLE", "http://bundles.example/writ.tar.gz");
        given.put("WRIT_POLICY_PIN", "sha256:" + "a".repeat(64));
        read();

        assertThat(environment.problems()).isEmpty();
    }

    private PolicyConfig read() {
        return new PolicySettings(environment).read();
    }
}

package io.writ.governance.policy.bundle.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.writ.governance.policy.bundle.source.BundleFlaw;
import io.writ.governance.policy.bundle.source.BundleRefused;
import io.writ.governance.policy.bundle.source.Workshop;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleSignatureTest {

    private static final Signer SIGNER = Signer.of("release", "ES256");

    private final Workshop bundle = new Workshop()
            .with("data.json", "{\"b\":[1.0,1e5,\"\u2028<\u00e9\\n\"],\"a\":null}")
            .with("plan.json", "{}")
            .with(".manifest", "{\"revision\":\"1\"}")
            .with("writ/a.rego", "package a");

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256", "EdDSA"})
    void eachAlgorithmIsVerifiedAndItsKeyNamed(String algorithm) {
        Signer signer = Signer.of("release", algorithm);

        assertThat(BundleSignature.verify(signer.sign(bundle).content(), signer.keys()))
                .isEqualTo("release");
    }

    @Test
    void spaceAndOrderOfDataDoNotMatter() {
        SIGNER.sign(bundle).with("data.json", "{ \"a\": null, \"b\": [1.0, 1e5, \"\\u2028<\u00e9\\n\"] }");

        assertThat(BundleSignature.verify(bundle.content(), SIGNER.keys())).isEqualTo("release");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data.json", "plan.json", ".manifest", "writ/a.rego"})
    void aFileThatWasChangedIsNamed(String name) {
        SIGNER.sign(bundle).with(name, "{\"changed\":true}");

        assertRefused("the bundle's file " + name + " is not the one that was signed");
    }

    @Test
    void aNumberOfAnotherSpellingIsAnotherNumber() {
        SIGNER.sign(bundle).with("data.json", "{\"b\":[1,1e5,\"\u2028<\u00e9\\n\"],\"a\":null}");

        assertRefused("data.json is not the one that was signed");
    }

    @Test
    void aFileMoreOrLessIsNamed() {
        SIGNER.sign(bundle).with("writ/b.rego", "package b");
        assertRefused("the bundle holds writ/b.rego, which the signature does not cover");

        bundle.without("writ/b.rego").without("writ/a.rego");
        assertRefused("the bundle lacks writ/a.rego, which is signed");
    }

    @Test
    void aBundleWithoutASignatureIsUnsigned() {
        BundleRefused refused = refusal();

        assertThat(refused.flaw()).isEqualTo(BundleFlaw.UNSIGNED);
        assertThat(refused.problem()).contains("has no signature");
    }

    @Test
    void aKeyThatNobodyTrustsIsRefused() {
        Signer.of("stranger", "ES256").sign(bundle);
        assertRefused("the signature was made by key stranger, which is not trusted");

        Signer.of("release", "ES256").sign(bundle);
        assertRefused("the signature was not made by key release");
    }

    @Test
    void noSignatureAndASharedSecretAreNoSignature() {
        for (String algorithm : new String[] {"none", "HS256", "RS256"}) {
            String token = SIGNER.token("{\"alg\":\"" + algorithm + "\",\"kid\":\"release\"}", "{\"files\":[]}");
            Signer.attach(bundle, token);
            assertRefused("the signature says algorithm " + algorithm + ", and key release is for ES256");
        }
        Signer.attach(bundle, SIGNER.token("{\"kid\":\"release\"}", "{\"files\":[]}"));
        assertRefused("the signature says algorithm none");
    }

    @Test
    void aSignatureForAnotherScopeIsRefused() {
        SIGNER.scoped("write").sign(bundle);
        assertRefused("the signature is for another scope than key release");
        SIGNER.sign(bundle.without(".signatures.json"));
        BundleRefused refused = catchThrowableOfType(
                BundleRefused.class,
                () -> BundleSignature.verify(
                        bundle.content(), SIGNER.scoped("write").keys()));
        assertThat(refused.problem()).contains("another scope");
    }

    @Test
    void aWeakHashIsNoHash() {
        Signer.attach(
                bundle,
                SIGNER.token(
                        "{\"alg\":\"ES256\",\"kid\":\"release\"}",
                        "{\"files\":[{\"name\":\"plan.json\",\"hash\":\"00\",\"algorithm\":\"MD5\"}]}"));
        assertRefused("by another algorithm than SHA-256");
    }

    @Test
    void aSignatureFileOfAnotherFormIsRefused() {
        bundle.with(".signatures.json", "{\"signatures\":[]}");
        assertRefused("exactly one signature");
        bundle.with(".signatures.json", "{\"signatures\":[\"a.b.c\",\"a.b.c\"]}");
        assertRefused("exactly one signature");
        bundle.with(".signatures.json", "garbage");
        assertRefused("is malformed");
        bundle.with(".signatures.json", "{\"signatures\":[\"a.b\"]}");
        assertRefused("not a compact JSON web signature");
        bundle.with(".signatures.json", "{\"signatures\":[\"!.b.c\"]}");
        assertRefused("not base64url");
    }

    @Test
    void aSignatureFileThatIsTooLargeIsNotEvenParsed() {
        bundle.with(".signatures.json", "{".repeat(BundleSignature.FILE_BYTES_MAX + 1));
        assertRefused("is larger than 262144 bytes");
    }

    @Test
    void aHostileKeyIdIsNotRepeatedAsItIs() {
        Signer.attach(bundle, SIGNER.token("{\"alg\":\"ES256\",\"kid\":\"<b>\\nlog line\"}", "{\"files\":[]}"));
        assertRefused("key ?b??log?line, which is not trusted");
    }

    @Test
    void aKeyFileThatDoesNotFitSaysWhy() {
        String good = new String(SIGNER.keyFile(), StandardCharsets.UTF_8);
        assertKeyFile("{}", "one member, keys");
        assertKeyFile("{\"keys\":{}}", "holds no key");
        assertKeyFile(good.replace("ES256", "HS256"), "must be RS256, ES256 or EdDSA");
        assertKeyFile(good.replace("ES256", "RS256"), "is no key for RS256");
        assertKeyFile(good.replace("PUBLIC KEY", "PRIVATE KEY"), "is not a PEM block PUBLIC KEY");
        assertKeyFile(good.replace("\"key\"", "\"private_key\""), "must be an object of algorithm, key");
        assertKeyFile("nonsense", "malformed");
    }

    private static void assertKeyFile(String content, String message) {
        assertThat(catchThrowableOfType(
                        IllegalArgumentException.class,
                        () -> VerifyingKeys.parse(content.getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining(message);
    }

    private void assertRefused(String message) {
        BundleRefused refused = refusal();
        assertThat(refused.flaw()).isEqualTo(BundleFlaw.SIGNATURE);
        assertThat(refused.problem()).contains(message);
    }

    private BundleRefused refusal() {
        BundleRefused refused = catchThrowableOfType(
                BundleRefused.class, () -> BundleSignature.verify(bundle.content(), SIGNER.keys()));
        assertThat(refused).as("the bundle was accepted").isNotNull();
        return refused;
    }
}

package io.writ.governance.policy.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.ledger.proof.Dsse;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PromotionGateTest {

    private static final JudgedReport PASSED = SampleReport.judged(FlipKind.ALLOW_TO_DENY);

    private static final Promotion PROMOTION =
            new Promotion(SampleReport.CANDIDATE, SampleReport.BASE, SampleReport.NOW);

    private final KeyPair keys = pair();
    private final PromotionGate gate = new PromotionGate(List.of(pair().getPublic(), keys.getPublic()));

    @Test
    void aBundleWithASignedBacktestThatPassedIsLetThrough() {
        assertThat(objection(SignedReport.sign(PASSED, keys.getPrivate()))).isEmpty();
    }

    @Test
    void aBundleWithoutAReportIsNot() {
        assertThat(gate.objection(PROMOTION, Optional.empty()))
                .hasValueSatisfying(objection -> assertThat(objection).contains("backtest --sign"));
    }

    @Test
    void aReportAboutAnotherBundleIsNoReport() {
        byte[] envelope = bytes(SignedReport.sign(PASSED, keys.getPrivate()));

        assertThat(gate.objection(
                        new Promotion(Digest.of("another"), SampleReport.BASE, SampleReport.NOW),
                        Optional.of(envelope)))
                .hasValueSatisfying(objection -> assertThat(objection).contains("another bundle"));
    }

    @Test
    void aBacktestThatFailedPromotesNothing() {
        JudgedReport failed = SampleReport.judged(FlipKind.DENY_TO_ALLOW);
        JudgedReport empty = new JudgedReport(SampleReport.ofNothing(), Set.of());

        assertThat(objection(SignedReport.sign(failed, keys.getPrivate()))).isPresent();
        assertThat(objection(SignedReport.sign(empty, keys.getPrivate()))).isPresent();
    }

    @Test
    void aBacktestAgainstAnotherBundleThanTheOneInForcePromotesNothing() {
        Promotion later = new Promotion(SampleReport.CANDIDATE, Digest.of("newer"), SampleReport.NOW);

        assertThat(gate.objection(later, passed()))
                .hasValueSatisfying(objection ->
                        assertThat(objection).contains("--base", later.inForce().hex()));
    }

    @Test
    void anOldBacktestPromotesNothingNorDoesOneFromTheFuture() {
        for (Duration since : List.of(Duration.ofDays(31), Duration.ofMinutes(-6))) {
            Promotion promotion =
                    new Promotion(SampleReport.CANDIDATE, SampleReport.BASE, SampleReport.NOW.plus(since));
            assertThat(gate.objection(promotion, passed()))
                    .as("%s", since)
                    .hasValueSatisfying(objection -> assertThat(objection).contains("30 days"));
        }
    }

    @Test
    void whatWasPromotedBeforeComesBackAfterARestartHoweverLate() {
        Promotion restart = new Promotion(
                SampleReport.CANDIDATE, SampleReport.CANDIDATE, SampleReport.NOW.plus(Duration.ofDays(400)));

        assertThat(gate.objection(restart, passed())).isEmpty();
        assertThat(gate.objection(restart, Optional.empty())).isPresent();
    }

    @Test
    void aBacktestThatWasToldToAcceptAnOpenDoorPromotesNothing() {
        JudgedReport accepting = new JudgedReport(SampleReport.about(FlipKind.DENY_TO_ALLOW), Set.of());
        JudgedReport stricter = new JudgedReport(
                SampleReport.about(FlipKind.ALLOW_TO_DENY),
                Stream.concat(FlipKind.failingByDefault().stream(), Stream.of(FlipKind.REASON_CHANGED))
                        .collect(Collectors.toSet()));

        assertThat(accepting.passed()).isTrue();
        assertThat(objection(SignedReport.sign(accepting, keys.getPrivate())))
                .hasValueSatisfying(objection -> assertThat(objection).contains("--fail-on"));
        assertThat(objection(SignedReport.sign(stricter, keys.getPrivate()))).isEmpty();
    }

    @Test
    void spoiledInputsAndContradictionsPromoteNothing() {
        for (BacktestReport report : List.of(SampleReport.withInputs(12, 1, 0), SampleReport.withInputs(12, 0, 1))) {
            JudgedReport judged = new JudgedReport(report, FlipKind.failingByDefault());
            assertThat(judged.passed()).isTrue();
            assertThat(objection(SignedReport.sign(judged, keys.getPrivate())))
                    .hasValueSatisfying(objection -> assertThat(objection).contains("policy replay"));
        }
    }

    private Optional<byte[]> passed() {
        return Optional.of(bytes(SignedReport.sign(PASSED, keys.getPrivate())));
    }

    @Test
    void aSignatureOfAStrangerIsNone() {
        assertThat(objection(SignedReport.sign(PASSED, pair().getPrivate())))
                .hasValueSatisfying(objection -> assertThat(objection).contains("none of the keys"));
    }

    @Test
    void whatWasChangedAfterTheSignatureIsNotTrusted() {
        JudgedReport failed = SampleReport.judged(FlipKind.DENY_TO_ALLOW);
        JsonObject signed = SignedReport.sign(failed, keys.getPrivate());
        String payload = new String(Base64.getDecoder().decode(signed.getString("payload")), StandardCharsets.UTF_8)
                .replace("\"passed\":false", "\"passed\":true");

        assertThat(objection(with(signed, "payload", encoded(payload))))
                .hasValueSatisfying(objection -> assertThat(objection).contains("none of the keys"));
        assertThat(objection(with(signed, "payloadType", "application/json"))).isPresent();
    }

    @Test
    void theReportItselfIsNoEnvelope() {
        assertThat(objection(ReportJson.of(PASSED))).isPresent();
        assertThat(gate.objection(PROMOTION, Optional.of("nonsense".getBytes(StandardCharsets.UTF_8))))
                .isPresent();
        assertThat(gate.objection(PROMOTION, Optional.of(new byte[PromotionGate.ENVELOPE_BYTES_MAX + 1])))
                .isPresent();
    }

    @Test
    void aSignatureOverAnotherTypeOfTheSameBytesIsNone() {
        JsonObject signed = SignedReport.sign(PASSED, keys.getPrivate());

        assertThat(Dsse.preAuthentication(
                        "http://example.com/HelloWorld", "hello world".getBytes(StandardCharsets.UTF_8)))
                .as("the example of the DSSE specification")
                .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world".getBytes(StandardCharsets.UTF_8));
        assertThat(objection(with(signed, "payloadType", "application/vnd.other")))
                .isPresent();
    }

    @Test
    void keysAreReadInTheFormOfOpasConfigurationAndNothingElse() {
        String pem = "-----BEGIN PUBLIC KEY-----\\n" + encoded(keys.getPublic().getEncoded())
                + "\\n-----END PUBLIC KEY-----";
        String file = "{\"keys\":{\"release\":{\"algorithm\":\"EdDSA\",\"key\":\"" + pem + "\"}}}";

        assertThat(ReportKeys.parse(file.getBytes(StandardCharsets.UTF_8))).containsExactly(keys.getPublic());
        for (String broken :
                List.of("{}", "{\"keys\":{}}", file.replace("EdDSA", "RS256"), file.replace("BEGIN", "B"))) {
            assertThatThrownBy(() -> ReportKeys.parse(broken.getBytes(StandardCharsets.UTF_8)))
                    .as(broken)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Optional<String> objection(JsonObject envelope) {
        return gate.objection(PROMOTION, Optional.of(bytes(envelope)));
    }

    private static JsonObject with(JsonObject object, String name, String value) {
        JsonValue text = SharedJson.PROVIDER.createValue(value);
        return SharedJson.PROVIDER.createObjectBuilder(object).add(name, text).build();
    }

    private static byte[] bytes(JsonObject envelope) {
        return envelope.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}

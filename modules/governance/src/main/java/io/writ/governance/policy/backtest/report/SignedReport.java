package io.writ.governance.policy.backtest.report;

import io.writ.evidence.SharedJson;
import io.writ.evidence.canonical.Rfc8785;
import io.writ.ledger.proof.Dsse;
import jakarta.json.JsonObject;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;

/** A report in a DSSE envelope, signed with Ed25519. */
public final class SignedReport {

    /** Names the payload; a signature over it can be used for nothing else. */
    public static final String PAYLOAD_TYPE = "application/vnd.writ.backtest-report.v1+json";

    static final String SIGNATURE = "Ed25519";

    private SignedReport() {}

    /** The envelope. The payload is the canonical form of the JSON report. */
    public static JsonObject sign(JudgedReport report, PrivateKey key) {
        byte[] payload = Rfc8785.bytes(ReportJson.of(report));
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("payloadType", PAYLOAD_TYPE)
                .add("payload", Base64.getEncoder().encodeToString(payload))
                .add(
                        "signatures",
                        SharedJson.PROVIDER
                                .createArrayBuilder()
                                .add(SharedJson.PROVIDER
                                        .createObjectBuilder()
                                        .add("sig", Base64.getEncoder().encodeToString(signature(payload, key)))))
                .build();
    }

    private static byte[] signature(byte[] payload, PrivateKey key) {
        try {
            Signature signing = Signature.getInstance(SIGNATURE);
            signing.initSign(key);
            signing.update(Dsse.preAuthentication(PAYLOAD_TYPE, payload));
            return signing.sign();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("the key cannot sign a report", unusable);
        }
    }
}

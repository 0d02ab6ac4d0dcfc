package io.writ.governance.policy.backtest.report;

import io.writ.evidence.StrictJson;
import io.writ.ledger.proof.Dsse;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Lets a bundle through when somebody trusted has signed a backtest of exactly that bundle, against the
 * one in force, and it passed.
 */
final class PromotionGate {

    /** A report has some hundred kilobytes at most; beyond this it is none. */
    static final int ENVELOPE_BYTES_MAX = 4 * 1024 * 1024;

    private static final int SIGNATURES_MAX = 16;

    private final List<PublicKey> keys;

    PromotionGate(List<PublicKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * What is wrong with promoting this bundle, for an operator; nothing when it may be promoted.
     *
     * @param envelope what was found beside the bundle
     */
    Optional<String> objection(Promotion promotion, Optional<byte[]> envelope) {
        if (envelope.isEmpty()) {
            return Optional.of("the bundle carries no backtest-report.json: put the output of"
                    + " ./writ policy backtest --sign into it");
        }
        if (envelope.get().length > ENVELOPE_BYTES_MAX) {
            return Optional.of("the backtest report is larger than " + ENVELOPE_BYTES_MAX + " bytes");
        }
        try {
            return objection(promotion, StrictJson.parseObject(envelope.get()));
        } catch (IllegalArgumentException malformed) {
            return Optional.of(
                    "the backtest report is not a signed envelope: sign it with" + " ./writ policy backtest --sign");
        }
    }

    private Optional<String> objection(Promotion promotion, JsonObject envelope) {
        byte[] payload = Base64.getDecoder().decode(envelope.getString("payload", ""));
        if (!envelope.getString("payloadType", "").equals(SignedReport.PAYLOAD_TYPE)) {
            return Optional.of("the envelope holds something else than a backtest report");
        }
        if (!isSigned(payload, envelope)) {
            return Optional.of("the backtest report is signed by none of the keys in WRIT_POLICY_REPORT_KEYS");
        }
        // Only what is signed is read.
        return new PromotableReport(StrictJson.parseObject(payload)).objection(promotion);
    }

    private boolean isSigned(byte[] payload, JsonObject envelope) {
        byte[] covered = Dsse.preAuthentication(SignedReport.PAYLOAD_TYPE, payload);
        if (!(envelope.get("signatures") instanceof JsonArray signatures) || signatures.size() > SIGNATURES_MAX) {
            return false;
        }
        return signatures.stream()
                .filter(JsonObject.class::isInstance)
                .map(signature -> ((JsonObject) signature).get("sig"))
                .filter(JsonString.class::isInstance)
                .map(signature -> Base64.getDecoder().decode(((JsonString) signature).getString()))
                .anyMatch(signature -> keys.stream().anyMatch(key -> verifies(key, covered, signature)));
    }

    private static boolean verifies(PublicKey key, byte[] covered, byte[] signature) {
        try {
            Signature verification = Signature.getInstance(SignedReport.SIGNATURE);
            verification.initVerify(key);
            verification.update(covered);
            return verification.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}

package io.writ.governance.policy.bundle.signature;

import io.writ.evidence.StrictJson;
import io.writ.evidence.WireFormatException;
import io.writ.governance.policy.bundle.source.BundleFlaw;
import io.writ.governance.policy.bundle.source.BundleRefused;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A JSON web signature in compact form (RFC 7515), and what it says once it is verified. */
public final class CompactSignature {

    private CompactSignature() {}

    /**
     * A statement that one of the trusted keys signed.
     *
     * @param keyId whose
     */
    public record Verified(String keyId, JsonObject payload) {}

    /** Throws {@link BundleRefused} unless a trusted key signed it, by the algorithm that the key is for. */
    public static Verified verify(String token, VerifyingKeys keys) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw refused("the signature is not a compact JSON web signature");
        }
        JsonObject header = json(parts[0]);
        JsonObject payload = json(parts[1]);
        VerifyingKey key = key(header, payload, keys);
        String algorithm = text(header, "alg").orElse("none");
        if (!algorithm.equals(key.algorithm().wireName())) {
            throw refused("the signature says algorithm " + printable(algorithm) + ", and key " + key.id() + " is for "
                    + key.algorithm().wireName());
        }
        byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        if (!key.algorithm().verifies(key.key(), signed, decoded(parts[2]))) {
            throw refused("the signature was not made by key " + key.id());
        }
        if (!text(payload, "scope").orElse("").equals(key.scope())) {
            throw refused("the signature is for another scope than key " + key.id());
        }
        return new Verified(key.id(), payload);
    }

    /** The header names the key; OPA before 1.0 put its id into the payload. */
    private static VerifyingKey key(JsonObject header, JsonObject payload, VerifyingKeys keys) {
        String id = text(header, "kid")
                .or(() -> text(payload, "keyid"))
                .orElseThrow(() -> refused("the signature does not say which key made it"));
        return keys.named(id)
                .orElseThrow(
                        () -> refused("the signature was made by key " + printable(id) + ", which is not trusted"));
    }

    private static JsonObject json(String part) {
        try {
            return StrictJson.parseObject(decoded(part));
        } catch (WireFormatException malformed) {
            throw new BundleRefused(BundleFlaw.SIGNATURE, "the signature holds malformed JSON", malformed);
        }
    }

    private static byte[] decoded(String part) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException malformed) {
            throw new BundleRefused(BundleFlaw.SIGNATURE, "the signature is not base64url", malformed);
        }
    }

    private static Optional<String> text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text && !text.getString().isEmpty()
                ? Optional.of(text.getString())
                : Optional.empty();
    }

    /** What a stranger wrote, short and without anything that could look like more than a name. */
    private static String printable(String text) {
        String plain = text.replaceAll("[^\\w.:-]", "?");
        return plain.length() > 64 ? plain.substring(0, 64) : plain;
    }

    private static BundleRefused refused(String message) {
        return new BundleRefused(BundleFlaw.SIGNATURE, message);
    }
}

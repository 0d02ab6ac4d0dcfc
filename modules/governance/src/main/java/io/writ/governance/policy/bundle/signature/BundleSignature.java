package io.writ.governance.policy.bundle.signature;

import io.writ.evidence.Digest;
import io.writ.evidence.StrictJson;
import io.writ.evidence.WireFormatException;
import io.writ.governance.policy.bundle.source.BundleContent;
import io.writ.governance.policy.bundle.source.BundleFlaw;
import io.writ.governance.policy.bundle.source.BundleRefused;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The signature of a bundle in OPA's form: a list of every file with its hash, signed as a whole. */
public final class BundleSignature {

    /** Where it lies in the bundle; it does not sign itself. */
    public static final String FILE = ".signatures.json";

    /** It is parsed before anybody vouched for it. A thousand files, the most that a bundle has, fit. */
    static final int FILE_BYTES_MAX = 256 * 1024;

    private static final String SHA_256 = "SHA-256";

    private BundleSignature() {}

    /**
     * Verifies that a trusted key signed exactly these files.
     *
     * @return the id of the key
     */
    public static String verify(BundleContent content, VerifyingKeys keys) {
        byte[] file = content.read(FILE)
                .orElseThrow(() -> new BundleRefused(
                        BundleFlaw.UNSIGNED, "the bundle has no signature; opa build --signing-key writes one"));
        CompactSignature.Verified verified = CompactSignature.verify(token(file), keys);
        Map<String, String> signed = signedHashes(verified.payload());
        for (String name : content.names()) {
            if (!name.equals(FILE)) {
                verify(name, content, Optional.ofNullable(signed.remove(name)));
            }
        }
        if (!signed.isEmpty()) {
            throw refused("the bundle lacks " + new TreeSet<>(signed.keySet()).first() + ", which is signed");
        }
        return verified.keyId();
    }

    private static String token(byte[] file) {
        if (file.length > FILE_BYTES_MAX) {
            throw refused(FILE + " is larger than " + FILE_BYTES_MAX + " bytes, which no signature of a bundle needs");
        }
        try {
            JsonValue signatures = StrictJson.parseObject(file).get("signatures");
            if (signatures instanceof JsonArray list
                    && list.size() == 1
                    && list.getFirst() instanceof JsonString token) {
                return token.getString();
            }
        } catch (WireFormatException malformed) {
            throw new BundleRefused(BundleFlaw.SIGNATURE, FILE + " is malformed", malformed);
        }
        throw refused(FILE + " must hold exactly one signature");
    }

    private static Map<String, String> signedHashes(JsonObject payload) {
        Map<String, String> hashes = new HashMap<>();
        if (payload.get("files") instanceof JsonArray files) {
            for (JsonValue each : files) {
                JsonObject file = each instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
                String name = file.getString("name", "");
                if (!file.getString("algorithm", "").equals(SHA_256)) {
                    throw refused("the signature hashes a file by another algorithm than " + SHA_256);
                }
                hashes.put(name, file.getString("hash", "").toLowerCase(Locale.ROOT));
            }
        }
        return hashes;
    }

    private static void verify(String name, BundleContent content, Optional<String> signed) {
        String expected =
                signed.orElseThrow(() -> refused("the bundle holds " + name + ", which the signature does not cover"));
        Digest found = hash(name, content.read(name).orElseThrow());
        if (!found.hex().equals(expected)) {
            throw refused("the bundle's file " + name + " is not the one that was signed");
        }
    }

    private static Digest hash(String name, byte[] file) {
        String base = name.substring(name.lastIndexOf('/') + 1);
        if (!base.equals("data.json") && !base.equals(".manifest")) {
            return Digest.of(file);
        }
        try {
            return StructuredHash.of(file);
        } catch (WireFormatException malformed) {
            throw new BundleRefused(BundleFlaw.MALFORMED, "the bundle's file " + name + " is not JSON", malformed);
        }
    }

    private static BundleRefused refused(String message) {
        return new BundleRefused(BundleFlaw.SIGNATURE, message);
    }
}

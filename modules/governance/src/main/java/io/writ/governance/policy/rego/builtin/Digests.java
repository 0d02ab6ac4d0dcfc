package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.RegoString;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;

/** Digests of strings. */
final class Digests {

    private Digests() {}

    static Map<String, Builtin> family() {
        return Map.of(
                "crypto.sha256", digest("SHA-256"),
                "crypto.sha1", digest("SHA-1"),
                "crypto.md5", digest("MD5"));
    }

    private static Builtin digest(String algorithm) {
        return call -> {
            byte[] bytes = call.string(0).getBytes(StandardCharsets.UTF_8);
            call.meter().charge(bytes.length / 64);
            try {
                byte[] digest = MessageDigest.getInstance(algorithm).digest(bytes);
                return RegoString.of(HexFormat.of().formatHex(digest));
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException("every Java platform has " + algorithm, missing);
            }
        };
    }
}

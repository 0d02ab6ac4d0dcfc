package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.RegoBoolean;
import io.writ.governance.policy.rego.value.RegoString;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests of strings, with and without a secret. */
final class Digests {

    private Digests() {}

    static Map<String, Builtin> family() {
        return Map.of(
                "crypto.sha256", digest("SHA-256"),
                "crypto.sha1", digest("SHA-1"),
                "crypto.md5", digest("MD5"),
                "crypto.hmac.md5", hmac("HmacMD5"),
                "crypto.hmac.sha1", hmac("HmacSHA1"),
                "crypto.hmac.sha256", hmac("HmacSHA256"),
                "crypto.hmac.sha512", hmac("HmacSHA512"),
                "crypto.hmac.equal", Digests::isSame);
    }

    private static Builtin hmac(String algorithm) {
        return call -> {
            byte[] message = bytes(call, 0);
            byte[] secret = bytes(call, 1);
            call.meter().charge((message.length + secret.length) / 64);
            try {
                Mac mac = Mac.getInstance(algorithm);
                mac.init(key(secret, algorithm));
                return RegoString.of(HexFormat.of().formatHex(mac.doFinal(message)));
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException("every Java platform has " + algorithm, missing);
            }
        };
    }

    /** Java refuses an empty secret; the algorithm fills it up with zeros anyway. */
    private static SecretKeySpec key(byte[] secret, String algorithm) {
        return new SecretKeySpec(secret.length == 0 ? new byte[1] : secret, algorithm);
    }

    private static byte[] bytes(BuiltinCall call, int position) {
        return call.string(position).getBytes(StandardCharsets.UTF_8);
    }

    private static RegoBoolean isSame(BuiltinCall call) {
        return RegoBoolean.of(MessageDigest.isEqual(bytes(call, 0), bytes(call, 1)));
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

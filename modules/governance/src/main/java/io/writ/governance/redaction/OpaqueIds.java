package io.writ.governance.redaction;

import io.writ.evidence.PolicySnapshotRef;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names for what must not be named. Keys and times are few enough to try them all, so a plain digest of one would tell
 * it to whoever asks offline; these need a secret that never leaves this process. Within a session the same thing keeps
 * its name on the same node, and in another session nothing has the name it had.
 */
final class OpaqueIds {

    private static final String HMAC = "HmacSHA256";
    private static final int SECRET_BYTES = 32;

    private final SecretKeySpec secret;

    private OpaqueIds(SecretKeySpec secret) {
        this.secret = secret;
    }

    static OpaqueIds random(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new OpaqueIds(new SecretKeySpec(secret, HMAC));
    }

    /** The name of a thing of this kind, 64 hexadecimal digits. */
    String of(PolicySnapshotRef session, String kind, String hidden) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            String named = session.id() + '\n' + session.hash().hex() + '\n' + kind + '\n' + hidden;
            return HexFormat.of().formatHex(mac.doFinal(named.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + HMAC, impossible);
        }
    }
}

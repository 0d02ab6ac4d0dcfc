package io.writ.governance.persistence;

import io.writ.evidence.Digest;
import io.writ.evidence.canonical.Rfc8785;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The exact bytes that are stored and hashed; never changed after they were made. */
public final class CanonicalBytes {

    /** Keeps the digest of a record apart from every other digest in the log. */
    private static final byte LEAF_PREFIX = 0x10;

    private final byte[] bytes;

    private CanonicalBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    public static CanonicalBytes of(JsonObject document) {
        return new CanonicalBytes(Rfc8785.bytes(document));
    }

    /** Takes text that is canonical already. */
    public static CanonicalBytes ofText(String canonical) {
        return new CanonicalBytes(canonical.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest that the ledger chains. */
    public Digest leaf() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(LEAF_PREFIX);
            return new Digest(HexFormat.of().formatHex(sha256.digest(bytes)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    byte[] bytes() {
        return bytes;
    }
}

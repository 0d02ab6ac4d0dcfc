package io.writ.evidence;

import io.writ.evidence.canonical.CanonicalText;
import io.writ.evidence.canonical.PecrJson;
import io.writ.evidence.canonical.Rfc8785;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest, written as 64 lower-case hexadecimal characters. */
public record Digest(String hex) {

    private static final int HEX_LENGTH = 64;

    public Digest {
        if (!isDigest(hex)) {
            throw new IllegalArgumentException("not a SHA-256 digest in lower-case hex");
        }
    }

    /** Digests the bytes as they are. */
    public static Digest of(byte[] content) {
        return ofRaw(sha256().digest(content));
    }

    /** Takes the 32 bytes of a digest that was computed or stored elsewhere. */
    public static Digest ofRaw(byte[] digest) {
        return new Digest(HexFormat.of().formatHex(digest));
    }

    /** Digests the UTF-8 bytes of the text. */
    public static Digest of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Digests the RFC 8785 bytes of the value; the form of everything new. */
    public static Digest ofRfc8785(JsonValue value) {
        return of(Rfc8785.bytes(value));
    }

    /** Digests PECR's canonical form of the value, so that PECR's ids can be recomputed. */
    public static Digest ofPecrJson(JsonValue value) {
        return of(PecrJson.text(value));
    }

    /** Digests the canonical form of the text: LF line ends, NFC. */
    public static Digest ofCanonicalText(String text) {
        return of(CanonicalText.of(text));
    }

    /** Tells whether the text has the form of a digest. */
    public static boolean isDigest(String text) {
        if (text.length() != HEX_LENGTH) {
            return false;
        }
        for (int at = 0; at < HEX_LENGTH; at++) {
            char digit = text.charAt(at);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** The 32 raw bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}

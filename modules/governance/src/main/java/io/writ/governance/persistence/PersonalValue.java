package io.writ.governance.persistence;

import io.writ.evidence.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;

/**
 * A value that may have to be erased one day. Records hold its commitment, which tells nothing without the salt; the
 * opening is a row that can be deleted while the records stay whole.
 */
public final class PersonalValue {

    private static final byte COMMITMENT_PREFIX = 0x20;
    private static final int SALT_BYTES = 32;

    private final String kind;
    private final byte[] salt;
    private final String content;
    private final Digest commitment;

    private PersonalValue(String kind, byte[] salt, String content) {
        this.kind = kind;
        this.salt = salt;
        this.content = content;
        this.commitment = commitment(salt, content);
    }

    /** Commits to the content under a fresh salt. */
    public static PersonalValue commit(String kind, String content, RandomGenerator random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PersonalValue(kind, salt, content);
    }

    /** {@code SHA-256(0x20 || salt || UTF-8 content)}. */
    public Digest commitment() {
        return commitment;
    }

    String kind() {
        return kind;
    }

    byte[] salt() {
        return salt;
    }

    String content() {
        return content;
    }

    private static Digest commitment(byte[] salt, String content) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(COMMITMENT_PREFIX);
            sha256.update(salt);
            return Digest.ofRaw(sha256.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}

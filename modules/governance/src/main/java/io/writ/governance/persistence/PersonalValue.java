package io.writ.governance.persistence;

import io.writ.evidence.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;

/**
 * A value that may have to be erased one day. Records hold its commitment, which tells nothing without the salt; salt and
 * content are stored under the key of the person they belong to, and who destroys that key leaves the records whole.
 */
public final class PersonalValue {

    private static final byte COMMITMENT_PREFIX = 0x20;
    static final int SALT_BYTES = 32;

    private final String kind;
    private final String subject;
    private final byte[] salt;
    private final String content;
    private final Digest commitment;

    private PersonalValue(String kind, String subject, byte[] salt, String content) {
        this.kind = kind;
        this.subject = subject;
        this.salt = salt;
        this.content = content;
        this.commitment = commitment(salt, content);
    }

    /** Commits to who somebody is, under a fresh salt. */
    public static PersonalValue ofPerson(String kind, String id, RandomGenerator random) {
        return commit(kind, id, id, random);
    }

    /**
     * Commits to something that somebody said, under a fresh salt.
     *
     * @param subject the person whose erasure erases it
     */
    public static PersonalValue commit(String kind, String subject, String content, RandomGenerator random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PersonalValue(kind, subject, salt, content);
    }

    /** {@code SHA-256(0x20 || salt || UTF-8 content)}. */
    public Digest commitment() {
        return commitment;
    }

    String subject() {
        return subject;
    }

    /** What is stored of it. */
    SealedValue sealed(SubjectKey key, RandomGenerator random) {
        byte[] text = content.getBytes(StandardCharsets.UTF_8);
        byte[] opening = new byte[salt.length + text.length];
        System.arraycopy(salt, 0, opening, 0, salt.length);
        System.arraycopy(text, 0, opening, salt.length, text.length);
        return new SealedValue(commitment, kind, key.id(), key.seal(opening, commitment.bytes(), random));
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

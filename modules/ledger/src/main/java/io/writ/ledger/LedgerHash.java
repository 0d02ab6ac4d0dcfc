package io.writ.ledger;

import io.writ.evidence.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The hashes of the log. Each begins with a byte of its own, so that no input of one can pass as an input of another.
 * Whoever verifies without Writ needs this page and SHA-256.
 */
public final class LedgerHash {

    static final byte ENTRY = 0x02;
    private static final byte GENESIS = 0x03;
    static final byte LEAF = 0x10;

    private static final int HASH = 32;

    private LedgerHash() {}

    /** {@code SHA-256(0x10 || canonical record)}. */
    public static Digest leaf(byte[] canonical) {
        MessageDigest sha256 = sha256();
        sha256.update(LEAF);
        return Digest.ofRaw(sha256.digest(canonical));
    }

    /**
     * {@code SHA-256(0x03 || lane || boot id || UTF-8 node id)}: what entry 1 of a lane has as its previous entry.
     * The lane is 8 bytes big-endian, the boot id its 16 bytes.
     */
    public static Digest genesis(long lane, UUID bootId, String nodeId) {
        byte[] node = nodeId.getBytes(StandardCharsets.UTF_8);
        ByteBuffer input = ByteBuffer.allocate(1 + 3 * Long.BYTES + node.length)
                .put(GENESIS)
                .putLong(lane)
                .putLong(bootId.getMostSignificantBits())
                .putLong(bootId.getLeastSignificantBits())
                .put(node);
        return Digest.ofRaw(sha256().digest(input.array()));
    }

    /**
     * {@code SHA-256(0x02 || previous entry || lane || seq || kind || leaf)}: lane and seq as 8 bytes big-endian, the
     * kind as one byte.
     */
    public static Digest entry(Digest previous, long lane, long seq, EntryKind kind, Digest leaf) {
        ByteBuffer input = ByteBuffer.allocate(1 + 2 * HASH + 2 * Long.BYTES + 1)
                .put(ENTRY)
                .put(previous.bytes())
                .putLong(lane)
                .putLong(seq)
                .put((byte) kind.number())
                .put(leaf.bytes());
        return Digest.ofRaw(sha256().digest(input.array()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}

package io.writ.ledger.merkle;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A node of the tree: 32 bytes of SHA-256, computed as RFC 6962 section 2.1 has it. Leaves and inner nodes begin with a
 * byte of their own, so that neither can pass as the other.
 */
public final class TreeHash {

    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    /** The root of the tree without leaves: SHA-256 of nothing. */
    private static final TreeHash EMPTY = new TreeHash(sha256().digest());

    private final byte[] bytes;

    private TreeHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** {@code SHA-256(0x00 || data)}. */
    public static TreeHash leaf(byte[] data) {
        MessageDigest sha256 = sha256();
        sha256.update(LEAF);
        return new TreeHash(sha256.digest(data));
    }

    /** {@code SHA-256(0x01 || left || right)}. */
    public static TreeHash node(TreeHash left, TreeHash right) {
        MessageDigest sha256 = sha256();
        sha256.update(NODE);
        sha256.update(left.bytes);
        return new TreeHash(sha256.digest(right.bytes));
    }

    public static TreeHash ofEmptyTree() {
        return EMPTY;
    }

    /** Takes the 32 bytes of a hash that was stored or sent. */
    public static TreeHash ofRaw(byte[] raw) {
        return ofRaw(raw, 0, raw.length);
    }

    /** As {@link #ofRaw(byte[])}, of a part of an array. */
    public static TreeHash ofRaw(byte[] raw, int from, int length) {
        if (length != LENGTH) {
            throw new IllegalArgumentException("a tree hash has 32 bytes, not " + length);
        }
        return new TreeHash(Arrays.copyOfRange(raw, from, from + length));
    }

    /** Hashes one behind the other, as they are stored and served. */
    public static byte[] bytes(List<TreeHash> hashes) {
        var bytes = new ByteArrayOutputStream(hashes.size() * LENGTH);
        hashes.forEach(hash -> bytes.writeBytes(hash.bytes));
        return bytes.toByteArray();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}

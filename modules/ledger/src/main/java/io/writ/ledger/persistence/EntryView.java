package io.writ.ledger.persistence;

import io.writ.evidence.Digest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;

/**
 * One entry as it lies in a buffer. It is moved from entry to entry, so that walking millions of them allocates nothing:
 * whoever wants to keep something copies it. Not thread-safe.
 *
 * <p>Its 97 bytes are lane, seq, kind, leaf, entry and record id. The first 49 are what an entry hashes behind the one
 * before it, in that order.
 */
public final class EntryView {

    /** Bytes of an entry. */
    public static final int LENGTH = 97;

    /** Bytes of lane, seq, kind and leaf. */
    public static final int CHAINED = 49;

    /** Bytes of a hash. */
    public static final int HASH = 32;

    private static final int SEQ = Long.BYTES;
    private static final int KIND = 2 * Long.BYTES;
    private static final int LEAF = KIND + 1;
    private static final int ENTRY = LEAF + HASH;
    private static final int RECORD = ENTRY + HASH;
    private static final int KIND_MAX = 0xff;

    private byte[] bytes;
    private ByteBuffer numbers;
    private int at;

    /** A view of an entry of its own, all zeros. */
    public EntryView() {
        this.bytes = new byte[LENGTH];
        this.numbers = ByteBuffer.wrap(bytes);
    }

    /** Looks at the first entry in this buffer. */
    public void over(byte[] buffer) {
        bytes = buffer;
        numbers = ByteBuffer.wrap(buffer);
        at = 0;
    }

    /** Looks at the entry that begins here. */
    public void move(int position) {
        at = position;
    }

    /** Overwrites the place. A kind that fits no byte becomes 0, which no entry was hashed with. */
    public EntryView place(long lane, long seq, int kind) {
        numbers.putLong(at, lane).putLong(at + SEQ, seq);
        bytes[at + KIND] = (byte) (kind < 0 || kind > KIND_MAX ? 0 : kind);
        return this;
    }

    /** Overwrites leaf and entry. */
    public EntryView hashes(byte[] leaf, byte[] entry) {
        put(LEAF, leaf);
        return entry(entry);
    }

    /** Overwrites the entry's hash, where nobody looks at the leaf. */
    public EntryView entry(byte[] hash) {
        put(ENTRY, hash);
        return this;
    }

    /** Overwrites the record id. */
    public EntryView record(UUID recordId) {
        numbers.putLong(at + RECORD, recordId.getMostSignificantBits())
                .putLong(at + RECORD + Long.BYTES, recordId.getLeastSignificantBits());
        return this;
    }

    /** Takes what another view looks at. */
    public void copy(EntryView other) {
        System.arraycopy(other.bytes, other.at, bytes, at, LENGTH);
    }

    public long lane() {
        return numbers.getLong(at);
    }

    public long seq() {
        return numbers.getLong(at + SEQ);
    }

    public int kind() {
        return bytes[at + KIND] & KIND_MAX;
    }

    public UUID recordId() {
        return new UUID(numbers.getLong(at + RECORD), numbers.getLong(at + RECORD + Long.BYTES));
    }

    /** Whether the leaf is this hash. */
    public boolean hasLeaf(byte[] hash) {
        return Arrays.equals(bytes, at + LEAF, at + LEAF + HASH, hash, 0, HASH);
    }

    /** Whether the entry's hash is this one. */
    public boolean hasEntry(byte[] hash) {
        return Arrays.equals(bytes, at + ENTRY, at + ENTRY + HASH, hash, 0, HASH);
    }

    /** Copies lane, seq, kind and leaf. */
    public void copyChained(byte[] target, int position) {
        System.arraycopy(bytes, at, target, position, CHAINED);
    }

    /** Copies the entry's hash. */
    public void copyEntry(byte[] target, int position) {
        System.arraycopy(bytes, at + ENTRY, target, position, HASH);
    }

    /** The leaf, copied. */
    public byte[] leaf() {
        return Arrays.copyOfRange(bytes, at + LEAF, at + LEAF + HASH);
    }

    /** The entry's hash, copied. */
    public byte[] entry() {
        return Arrays.copyOfRange(bytes, at + ENTRY, at + ENTRY + HASH);
    }

    /** Everything, copied. */
    public EntryRow row() {
        return new EntryRow(lane(), seq(), kind(), recordId(), Digest.ofRaw(leaf()), Digest.ofRaw(entry()));
    }

    /** All bytes, copied. */
    public byte[] packed() {
        return Arrays.copyOfRange(bytes, at, at + LENGTH);
    }

    private void put(int offset, byte[] hash) {
        System.arraycopy(hash, 0, bytes, at + offset, HASH);
    }
}

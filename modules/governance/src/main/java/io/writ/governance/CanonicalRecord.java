package io.writ.governance;

/** The exact bytes of a record that its leaf is the hash of. */
public final class CanonicalRecord {

    private final byte[] bytes;

    public CanonicalRecord(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}

package io.writ.governance.persistence;

import io.writ.evidence.Digest;
import io.writ.evidence.canonical.Rfc8785;
import io.writ.ledger.LedgerHash;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;

/** The exact bytes that are stored and hashed; never changed after they were made. */
public final class CanonicalBytes {

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
        return LedgerHash.leaf(bytes);
    }

    byte[] bytes() {
        return bytes;
    }
}

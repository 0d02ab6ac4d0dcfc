package io.writ.governance.persistence;

import io.writ.evidence.Digest;
import io.writ.evidence.StrictJson;
import io.writ.evidence.canonical.Rfc8785;
import io.writ.ledger.LedgerHash;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** The exact bytes that are stored and hashed; never changed after they were made. */
public final class CanonicalBytes {

    private final byte[] bytes;

    private CanonicalBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    public static CanonicalBytes of(JsonObject document) {
        return new CanonicalBytes(Rfc8785.bytes(document));
    }

    /** Takes bytes as they were stored; whether they are canonical is the reader's question. */
    static CanonicalBytes ofStored(byte[] stored) {
        return new CanonicalBytes(stored);
    }

    /** Takes text that is canonical already. */
    public static CanonicalBytes ofText(String canonical) {
        return new CanonicalBytes(canonical.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest that the ledger chains. */
    public Digest leaf() {
        return LedgerHash.leaf(bytes);
    }

    /** The document again, read strictly. */
    public JsonObject document() {
        return StrictJson.parseObject(bytes);
    }

    /** Tells whether these are exactly the bytes. */
    public boolean holds(byte[] others) {
        return Arrays.equals(bytes, others);
    }

    /** The bytes as text that travels. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    byte[] bytes() {
        return bytes;
    }
}

package io.writ.governance.policy;

import io.writ.evidence.Digest;
import io.writ.evidence.canonical.Rfc8785;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;

/**
 * What policy was asked. Made canonical once: its digest and its text both go into the record.
 *
 * @param canonical RFC 8785
 * @param digest of the canonical text
 */
public record PolicyInput(JsonObject document, String canonical, Digest digest) {

    public static PolicyInput of(JsonObject document) {
        byte[] canonical = Rfc8785.bytes(document);
        return new PolicyInput(document, new String(canonical, StandardCharsets.UTF_8), Digest.of(canonical));
    }
}

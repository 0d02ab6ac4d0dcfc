package io.writ.evidence.canonical;

import io.writ.evidence.Digest;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * The JSON Canonicalization Scheme, RFC 8785: members sorted by UTF-16 code units, numbers as ECMAScript writes
 * doubles, UTF-8 without white space.
 */
public final class Rfc8785 {

    private Rfc8785() {}

    /** The canonical UTF-8 bytes. */
    public static byte[] bytes(JsonValue value) {
        String text = new JsonWriting(
                        Comparator.naturalOrder(),
                        number ->
                                EcmaScriptNumber.format(number.bigDecimalValue().doubleValue()))
                .write(value);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 over the canonical bytes. */
    public static Digest digest(JsonValue value) {
        return Digest.of(bytes(value));
    }
}

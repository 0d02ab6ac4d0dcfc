package io.writ.evidence.canonical;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * The JSON Canonicalization Scheme, RFC 8785: members sorted by UTF-16 code units, numbers as ECMAScript writes
 * doubles, UTF-8 without white space.
 *
 * <p>An integer that would lose digits as a double is refused: two different records would otherwise hash alike.
 */
public final class Rfc8785 {

    private Rfc8785() {}

    /** The canonical UTF-8 bytes. */
    public static byte[] bytes(JsonValue value) {
        return new JsonWriting(Comparator.naturalOrder(), Rfc8785::number)
                .write(value)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String number(JsonNumber number) {
        BigDecimal exact = number.bigDecimalValue();
        double rounded = exact.doubleValue();
        if (Double.isFinite(rounded) && exact.scale() == 0 && exact.compareTo(new BigDecimal(rounded)) != 0) {
            throw new IllegalArgumentException("an integer that a double cannot hold must be written as a string");
        }
        return EcmaScriptNumber.format(rounded);
    }
}

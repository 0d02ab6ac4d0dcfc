package io.writ.evidence.canonical;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.math.BigInteger;

/** PECR's canonical JSON, see PECR v1: members sorted by UTF-8 bytes, {@code 1.0} is not {@code 1}. */
public final class PecrJson {

    private static final BigInteger UNSIGNED_MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    private static final BigInteger SIGNED_MIN = BigInteger.valueOf(Long.MIN_VALUE);

    private PecrJson() {}

    /** The canonical text. */
    public static String text(JsonValue value) {
        return new JsonWriting(PecrJson::compareUtf8, PecrJson::number).write(value);
    }

    /** UTF-8 sorts as code points do: where two texts part, half of a surrogate pair comes after any other unit. */
    private static int compareUtf8(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        for (int at = 0; at < shorter; at++) {
            char one = left.charAt(at);
            char other = right.charAt(at);
            if (one != other) {
                return Character.isSurrogate(one) == Character.isSurrogate(other)
                        ? Character.compare(one, other)
                        : Boolean.compare(Character.isSurrogate(one), Character.isSurrogate(other));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static String number(JsonNumber number) {
        String written = number.toString();
        boolean integer = written.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
        if (integer) {
            BigInteger value = new BigInteger(written);
            if (value.compareTo(SIGNED_MIN) >= 0 && value.compareTo(UNSIGNED_MAX) <= 0) {
                return value.toString();
            }
        }
        return RyuForm.format(number.bigDecimalValue().doubleValue());
    }
}

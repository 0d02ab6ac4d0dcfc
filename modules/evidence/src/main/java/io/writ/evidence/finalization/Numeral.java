package io.writ.evidence.finalization;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * The normal form of a written number: no thousands separators, a decimal point, no trailing zeros.
 *
 * <p>What is not clearly a number (dates, versions, numbers with leading zeros, anything ambiguous) keeps its digits as
 * they are written, so that it only equals itself.
 */
final class Numeral {

    private static final Pattern PLAIN = Pattern.compile("(?:0|[1-9]\\d*)(?:\\.\\d+)?");
    private static final Pattern COMMA_THOUSANDS = Pattern.compile("[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d+)?");
    private static final Pattern QUOTE_THOUSANDS = Pattern.compile("[1-9]\\d{0,2}(?:'\\d{3})+(?:\\.\\d+)?");
    private static final Pattern POINT_THOUSANDS =
            Pattern.compile("[1-9]\\d{0,2}(?:(?:\\.\\d{3})+,\\d+|(?:\\.\\d{3}){2,})");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("(?:0|[1-9]\\d*),\\d{1,2}");

    private Numeral() {}

    static String normal(String written) {
        if (PLAIN.matcher(written).matches()) {
            return stripped(written);
        }
        if (COMMA_THOUSANDS.matcher(written).matches()) {
            return stripped(written.replace(",", ""));
        }
        if (QUOTE_THOUSANDS.matcher(written).matches()) {
            return stripped(written.replace("'", ""));
        }
        if (POINT_THOUSANDS.matcher(written).matches()) {
            return stripped(written.replace(".", "").replace(',', '.'));
        }
        if (DECIMAL_COMMA.matcher(written).matches()) {
            return stripped(written.replace(',', '.'));
        }
        return written;
    }

    /** Tells whether the normal form is that of a plain number. */
    static boolean isNumber(String normal) {
        return PLAIN.matcher(normal).matches();
    }

    static String scaled(String normal, int powerOfTen) {
        return stripped(new BigDecimal(normal).scaleByPowerOfTen(powerOfTen).toPlainString());
    }

    private static String stripped(String decimal) {
        BigDecimal value = new BigDecimal(decimal);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}

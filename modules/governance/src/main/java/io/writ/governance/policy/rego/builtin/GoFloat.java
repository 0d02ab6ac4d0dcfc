package io.writ.governance.policy.rego.builtin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** A double as Go prints it. */
final class GoFloat {

    /** With the fewest digits, powers of ten from here on, and below the other, are written with an exponent. */
    private static final int EXPONENT_FROM = 6;

    private static final int EXPONENT_BELOW = -4;

    private GoFloat() {}

    static String shortest(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        return exponent < EXPONENT_BELOW || exponent >= EXPONENT_FROM
                ? withExponent(exact, exponent)
                : exact.toPlainString();
    }

    static String fixed(double value, int precision) {
        return new BigDecimal(value).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    }

    static String scientific(double value, int precision) {
        if (value == 0) {
            return new BigDecimal(0).setScale(precision).toPlainString() + "e+00";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        return withExponent(rounded.setScale(precision - exponent), exponent);
    }

    private static String withExponent(BigDecimal value, int exponent) {
        String digits = value.scaleByPowerOfTen(-exponent).toPlainString();
        return String.format(Locale.ROOT, "%se%s%02d", digits, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}

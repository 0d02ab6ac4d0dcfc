package io.writ.evidence.canonical;

import java.math.BigDecimal;

/**
 * The fewest decimal digits that read back as the same double, and where the point stands.
 *
 * <p>{@link Double#toString} is shortest too, but never writes fewer than two digits; for the smallest subnormal
 * doubles a single other digit suffices ({@code 5e-324}, not {@code 4.9e-324}).
 *
 * @param digits without leading or trailing zeros
 * @param pointPosition number of digits before the point; zero or negative for small numbers
 */
record ShortestDecimal(String digits, int pointPosition) {

    /** Decomposes a finite, positive double. */
    static ShortestDecimal of(double positive) {
        BigDecimal written = new BigDecimal(Double.toString(positive)).stripTrailingZeros();
        ShortestDecimal shortest = of(written);
        return shortest.digits.length() == 2 ? shortest.oneDigit(positive) : shortest;
    }

    private static ShortestDecimal of(BigDecimal value) {
        String digits = value.unscaledValue().toString();
        return new ShortestDecimal(digits, digits.length() - value.scale());
    }

    private ShortestDecimal oneDigit(double target) {
        int tens = digits.charAt(0) - '0';
        int nearest = digits.charAt(1) >= '5' ? tens + 1 : tens;
        BigDecimal candidate = BigDecimal.valueOf(nearest, 1 - pointPosition).stripTrailingZeros();
        return candidate.doubleValue() == target ? of(candidate) : this;
    }
}

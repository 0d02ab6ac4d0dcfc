package io.writ.evidence.canonical;

/** Number formatting of ECMA-262, {@code Number::toString}: the shortest digits that read back as the same double. */
final class EcmaScriptNumber {

    private EcmaScriptNumber() {}

    static String format(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("canonical JSON has no number for NaN or infinity");
        }
        if (value == 0) {
            return "0";
        }
        ShortestDecimal shortest = ShortestDecimal.of(Math.abs(value));
        return (value < 0 ? "-" : "") + place(shortest.digits(), shortest.pointPosition());
    }

    private static String place(String digits, int pointPosition) {
        int length = digits.length();
        if (pointPosition > 21 || pointPosition <= -6) {
            return scientific(digits, pointPosition - 1);
        }
        if (pointPosition <= 0) {
            return "0." + "0".repeat(-pointPosition) + digits;
        }
        if (pointPosition >= length) {
            return digits + "0".repeat(pointPosition - length);
        }
        return digits.substring(0, pointPosition) + "." + digits.substring(pointPosition);
    }

    private static String scientific(String digits, int exponent) {
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}

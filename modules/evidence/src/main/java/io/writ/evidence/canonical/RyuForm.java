package io.writ.evidence.canonical;

/** Doubles as Rust's ryu writes them: shortest digits, integral values keep {@code .0}, exponents outside 1e-5 to 1e16. */
final class RyuForm {

    private RyuForm() {}

    static String format(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        ShortestDecimal shortest = ShortestDecimal.of(Math.abs(value));
        return (value < 0 ? "-" : "") + place(shortest.digits(), shortest.pointPosition());
    }

    private static String place(String digits, int pointPosition) {
        int length = digits.length();
        if (pointPosition > 16 || pointPosition <= -5) {
            String mantissa = length == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
            return mantissa + "e" + (pointPosition - 1);
        }
        if (pointPosition <= 0) {
            return "0." + "0".repeat(-pointPosition) + digits;
        }
        if (pointPosition >= length) {
            return digits + "0".repeat(pointPosition - length) + ".0";
        }
        return digits.substring(0, pointPosition) + "." + digits.substring(pointPosition);
    }
}

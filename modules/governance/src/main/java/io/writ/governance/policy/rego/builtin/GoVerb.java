package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.GoQuote;
import io.writ.governance.policy.rego.value.RegoNumber;
import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** One verb of a format with its flags; -1 stands for no width and no precision. */
record GoVerb(int verb, Flags flags, int width, int precision) {

    /** What stands between the percent sign and the width. */
    record Flags(boolean plus, boolean minus, boolean space, boolean zero) {
        static Flags of(String flags) {
            if (flags.contains("#")) {
                throw new BuiltinException("sprintf: alternate forms are not supported here");
            }
            return new Flags(flags.contains("+"), flags.contains("-"), flags.contains(" "), flags.contains("0"));
        }
    }

    String formatted(RegoValue value) {
        if (!(value instanceof RegoNumber number)) {
            return string(value instanceof RegoString string ? string.value() : value.toString());
        }
        if (number.isWrittenAsFloat()) {
            return floating(number);
        }
        return integer(number.decimal().toBigIntegerExact(), number.isLong());
    }

    private String string(String value) {
        if (flags.zero() && !flags.minus()) {
            throw new BuiltinException("sprintf: zeros before a string are not supported here");
        }
        return switch (verb) {
            case 'v', 's' -> padded(cut(value));
            case 'q' -> {
                StringBuilder quoted = new StringBuilder();
                GoQuote.append(quoted, cut(value));
                yield padded(quoted.toString());
            }
            case 'x', 'X' -> {
                String hex = HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
                yield padded(verb == 'X' ? hex.toUpperCase(Locale.ROOT) : hex);
            }
            case 'T' -> padded("string");
            default -> bad("string", padded(cut(value)));
        };
    }

    private String cut(String value) {
        return precision >= 0 && value.codePointCount(0, value.length()) > precision
                ? value.substring(0, value.offsetByCodePoints(0, precision))
                : value;
    }

    private String integer(BigInteger value, boolean small) {
        String type = small ? "int64" : "*big.Int";
        if (precision >= 0 && verb != 'T') {
            throw new BuiltinException("sprintf: a precision for an integer is not supported here");
        }
        return switch (verb) {
            case 'v', 'd' -> signed(value, 10);
            case 'b' -> signed(value, 2);
            case 'o' -> signed(value, 8);
            case 'x' -> signed(value, 16);
            case 'X' -> signed(value, 16).toUpperCase(Locale.ROOT);
            case 'T' -> padded(type);
            case 'c', 'U', 'q', 'O' ->
                throw new BuiltinException("sprintf: %" + Character.toString(verb) + " of a number is not supported");
            default -> {
                if (!small) {
                    throw new BuiltinException("sprintf: this verb is not supported for so large an integer");
                }
                yield bad("int64", signed(value, 10));
            }
        };
    }

    private String signed(BigInteger value, int radix) {
        return numeric(value.signum() < 0, value.abs().toString(radix));
    }

    private String floating(RegoNumber number) {
        double value = number.decimal().doubleValue();
        if (Double.isInfinite(value)) {
            return string(number.toString());
        }
        boolean negative = value < 0;
        return switch (verb) {
            case 'v', 'g' -> {
                if (precision >= 0) {
                    throw new BuiltinException("sprintf: a precision with %v or %g is not supported here");
                }
                yield numeric(negative, GoFloat.shortest(Math.abs(value)));
            }
            case 'f', 'F' -> numeric(negative, GoFloat.fixed(Math.abs(value), precision < 0 ? 6 : precision));
            case 'e' -> numeric(negative, GoFloat.scientific(Math.abs(value), precision < 0 ? 6 : precision));
            case 'T' -> padded("float64");
            case 'b', 'E', 'G', 'x', 'X' -> throw new BuiltinException("sprintf: this verb is not supported here");
            default -> bad("float64", numeric(negative, GoFloat.shortest(Math.abs(value))));
        };
    }

    private String numeric(boolean negative, String digits) {
        String sign = negative ? "-" : flags.plus() ? "+" : flags.space() ? " " : "";
        int missing = width - sign.length() - digits.length();
        return flags.zero() && !flags.minus() && missing > 0
                ? sign + "0".repeat(missing) + digits
                : padded(sign + digits);
    }

    private String padded(String value) {
        int missing = width - value.codePointCount(0, value.length());
        if (missing <= 0) {
            return value;
        }
        return flags.minus() ? value + " ".repeat(missing) : " ".repeat(missing) + value;
    }

    /** Go shows a verb that does not fit its argument instead of failing; width and flags count for the argument. */
    private String bad(String type, String value) {
        return "%!" + Character.toString(verb) + "(" + type + "=" + value + ")";
    }

    /** An argument nobody asked for. */
    static String typed(RegoValue value) {
        if (!(value instanceof RegoNumber number)) {
            return "string=" + (value instanceof RegoString string ? string.value() : value.toString());
        }
        if (number.isWrittenAsFloat()) {
            return "float64=" + GoFloat.shortest(number.decimal().doubleValue());
        }
        return (number.isLong() ? "int64=" : "*big.Int=") + number;
    }
}

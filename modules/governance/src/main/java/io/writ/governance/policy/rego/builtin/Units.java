package io.writ.governance.policy.rego.builtin;

import static java.util.Map.entry;

import io.writ.governance.policy.rego.value.RegoNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Quantities with a unit behind them. */
final class Units {

    private static final Pattern QUANTITY = Pattern.compile("([+-]?[0-9.]*(?:[eE][+-]?[0-9]+)?)(.*)", Pattern.DOTALL);
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?");

    /** Fractions are given with so many digits. */
    private static final int FRACTION_DIGITS = 10;

    private static final Map<String, BigDecimal> FACTORS = Map.ofEntries(
            entry("", BigDecimal.ONE),
            entry("k", decimal(1)),
            entry("m", decimal(2)),
            entry("g", decimal(3)),
            entry("t", decimal(4)),
            entry("p", decimal(5)),
            entry("e", decimal(6)),
            entry("ki", binary(1)),
            entry("mi", binary(2)),
            entry("gi", binary(3)),
            entry("ti", binary(4)),
            entry("pi", binary(5)),
            entry("ei", binary(6)));

    private Units() {}

    static Map<String, Builtin> family() {
        return Map.of("units.parse_bytes", Units::bytes, "units.parse", Units::quantity);
    }

    private static BigDecimal decimal(int power) {
        return BigDecimal.valueOf(1_000).pow(power);
    }

    private static BigDecimal binary(int power) {
        return new BigDecimal(BigInteger.ONE.shiftLeft(10 * power));
    }

    private static Matcher parts(String text, String builtin) {
        if (text.contains(" ")) {
            throw new BuiltinException(builtin + ": spaces not allowed in resource strings");
        }
        Matcher parts = QUANTITY.matcher(text);
        if (!parts.matches() || parts.group(1).isEmpty()) {
            throw new BuiltinException(builtin + ": no amount provided");
        }
        return parts;
    }

    private static BigDecimal amount(Matcher parts, String builtin) {
        if (!NUMBER.matcher(parts.group(1)).matches()) {
            throw new BuiltinException(builtin + ": could not parse amount to a number");
        }
        return new BigDecimal(parts.group(1));
    }

    private static RegoNumber bytes(BuiltinCall call) {
        String name = "units.parse_bytes";
        Matcher parts = parts(call.string(0).toLowerCase(Locale.ROOT).replace("\"", ""), name);
        String unit = parts.group(2).endsWith("b")
                ? parts.group(2).substring(0, parts.group(2).length() - 1)
                : parts.group(2);
        BigDecimal factor = parts.group(2).equals("b") ? null : FACTORS.get(unit);
        BigDecimal total = BinaryFloat.nearest(amount(parts, name)).multiply(known(factor, name, parts.group(2)));
        return RegoNumber.of(BinaryFloat.nearest(total).setScale(0, RoundingMode.DOWN));
    }

    private static BigDecimal known(@Nullable BigDecimal factor, String builtin, String unit) {
        if (factor == null) {
            throw new BuiltinException(builtin + ": unit " + unit + " not recognized");
        }
        return factor;
    }

    private static RegoNumber quantity(BuiltinCall call) {
        String name = "units.parse";
        Matcher parts = parts(call.string(0).replace("\"", ""), name);
        BigDecimal total = amount(parts, name).multiply(factor(parts.group(2), name));
        boolean whole = total.stripTrailingZeros().scale() <= 0;
        return RegoNumber.of(total.setScale(whole ? 0 : FRACTION_DIGITS, RoundingMode.HALF_UP));
    }

    /** A small m is a thousandth, as a binary unit as well as in upper case it is not. */
    private static BigDecimal factor(String unit, String builtin) {
        if (unit.equals("m")) {
            return new BigDecimal("0.001");
        }
        return known(FACTORS.get(unit.toLowerCase(Locale.ROOT)), builtin, unit);
    }
}

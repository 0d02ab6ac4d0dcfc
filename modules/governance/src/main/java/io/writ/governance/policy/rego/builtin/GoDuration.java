package io.writ.governance.policy.rego.builtin;

import static java.util.Map.entry;

import io.writ.governance.policy.rego.value.RegoNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations such as {@code 1h30m}, with days, weeks and years as so many hours. */
final class GoDuration {

    private static final Pattern WHOLE =
            Pattern.compile("[+-]?(?:0|(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h|d|w|y))+)");
    private static final Pattern PART = Pattern.compile("([0-9.]+)([a-zµμ]+)");
    private static final BigDecimal HOUR = new BigDecimal("3600000000000");
    private static final Map<String, BigDecimal> NANOS = Map.ofEntries(
            entry("ns", BigDecimal.ONE),
            entry("us", new BigDecimal("1000")),
            entry("µs", new BigDecimal("1000")),
            entry("μs", new BigDecimal("1000")),
            entry("ms", new BigDecimal("1000000")),
            entry("s", new BigDecimal("1000000000")),
            entry("m", new BigDecimal("60000000000")),
            entry("h", HOUR),
            entry("d", HOUR.multiply(new BigDecimal(24))),
            entry("w", HOUR.multiply(new BigDecimal(7 * 24))),
            entry("y", HOUR.multiply(new BigDecimal(365 * 24))));

    private GoDuration() {}

    static RegoNumber nanos(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new BuiltinException("time: invalid duration \"" + text + "\"");
        }
        BigInteger total = BigInteger.ZERO;
        Matcher parts = PART.matcher(text);
        while (parts.find()) {
            BigDecimal unit = NANOS.getOrDefault(parts.group(2), BigDecimal.ZERO);
            total = total.add(new BigDecimal(parts.group(1))
                    .multiply(unit)
                    .setScale(0, RoundingMode.DOWN)
                    .unscaledValue());
        }
        BigInteger signed = text.startsWith("-") ? total.negate() : total;
        if (signed.bitLength() >= Long.SIZE) {
            throw new BuiltinException("time: invalid duration \"" + text + "\"");
        }
        return RegoNumber.of(signed);
    }
}

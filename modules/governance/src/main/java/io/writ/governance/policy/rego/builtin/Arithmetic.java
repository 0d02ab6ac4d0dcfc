package io.writ.governance.policy.rego.builtin;

import static java.util.Map.entry;

import io.writ.governance.policy.rego.value.ArrayBuilder;
import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoNumber;
import io.writ.governance.policy.rego.value.RegoSet;
import io.writ.governance.policy.rego.value.RegoValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Numbers: exact over integers, otherwise as OPA counts, with 64 binary digits. */
final class Arithmetic {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Arithmetic() {}

    static Map<String, Builtin> family() {
        return Map.ofEntries(
                entry("plus", call -> plus(call.number(0), call.number(1))),
                entry("minus", Arithmetic::minus),
                entry("mul", call -> times(call.number(0), call.number(1))),
                entry("div", call -> divided(call.number(0), call.number(1))),
                entry("rem", call -> remainder(call.number(0), call.number(1))),
                entry("abs", call -> absolute(call.number(0))),
                entry("round", call -> rounded(call.number(0), Arithmetic::halfAwayFromZero)),
                entry("ceil", call -> rounded(call.number(0), Arithmetic::ceiling)),
                entry("floor", call -> rounded(call.number(0), Arithmetic::floor)),
                entry("numbers.range", call -> range(call, BigInteger.ONE)),
                entry("numbers.range_step", call -> range(call, step(call))));
    }

    static RegoNumber plus(RegoNumber left, RegoNumber right) {
        return combined(left, right, BigInteger::add, BigDecimal::add);
    }

    static RegoNumber times(RegoNumber left, RegoNumber right) {
        return combined(left, right, BigInteger::multiply, BigDecimal::multiply);
    }

    private static RegoNumber combined(
            RegoNumber left, RegoNumber right, BinaryOperator<BigInteger> exact, BinaryOperator<BigDecimal> floating) {
        Optional<BigInteger> first = left.integer();
        Optional<BigInteger> second = right.integer();
        if (first.isPresent() && second.isPresent()) {
            return RegoNumber.of(exact.apply(first.get(), second.get()));
        }
        return BinaryFloat.rounded(
                floating.apply(BinaryFloat.nearest(left.decimal()), BinaryFloat.nearest(right.decimal())));
    }

    private static RegoValue minus(BuiltinCall call) {
        if (call.any(0) instanceof RegoNumber left && call.any(1) instanceof RegoNumber right) {
            return combined(left, right, BigInteger::subtract, BigDecimal::subtract);
        }
        if (call.any(0) instanceof RegoSet left && call.any(1) instanceof RegoSet right) {
            return Sets.difference(left, right);
        }
        if (call.any(0) instanceof RegoNumber) {
            throw call.refused(1, "number");
        }
        throw call.refused(call.any(0) instanceof RegoSet ? 1 : 0, "one of {number, set}");
    }

    private static RegoNumber divided(RegoNumber left, RegoNumber right) {
        if (right.decimal().signum() == 0) {
            throw new BuiltinException("divide by zero");
        }
        return BinaryFloat.quotient(BinaryFloat.nearest(left.decimal()), BinaryFloat.nearest(right.decimal()));
    }

    private static RegoNumber remainder(RegoNumber left, RegoNumber right) {
        BigInteger dividend = modulus(left);
        BigInteger divisor = modulus(right);
        if (divisor.signum() == 0) {
            throw new BuiltinException("modulo by zero");
        }
        return RegoNumber.of(dividend.remainder(divisor));
    }

    private static BigInteger modulus(RegoNumber number) {
        return number.integer().orElseThrow(() -> new BuiltinException("modulo on floating-point number"));
    }

    private static RegoNumber absolute(RegoNumber number) {
        return number.isLong() && number.longValue() > Long.MIN_VALUE
                ? RegoNumber.of(Math.abs(number.longValue()))
                : BinaryFloat.rounded(number.decimal().abs());
    }

    private static BigDecimal halfAwayFromZero(BigDecimal value) {
        BigDecimal shifted = value.signum() < 0 ? value.subtract(HALF) : value.add(HALF);
        return BinaryFloat.nearest(shifted).setScale(0, RoundingMode.DOWN);
    }

    private static RegoNumber rounded(RegoNumber number, UnaryOperator<BigDecimal> rounding) {
        return number.isLong() && Math.abs(number.longValue()) <= Integer.MAX_VALUE
                ? number
                : RegoNumber.of(
                        rounding.apply(BinaryFloat.nearest(number.decimal())).toBigIntegerExact());
    }

    /** As OPA has it, where the ceiling of what lies between -1 and 0 is 1. */
    private static BigDecimal ceiling(BigDecimal value) {
        BigDecimal cut = value.setScale(0, RoundingMode.DOWN);
        return cut.signum() < 0 || cut.compareTo(value) == 0 ? cut : cut.add(BigDecimal.ONE);
    }

    /** As OPA has it, where the floor of what lies between -1 and 0 is 0. */
    private static BigDecimal floor(BigDecimal value) {
        BigDecimal cut = value.setScale(0, RoundingMode.DOWN);
        return cut.signum() >= 0 || cut.compareTo(value) == 0 ? cut : cut.subtract(BigDecimal.ONE);
    }

    private static BigInteger step(BuiltinCall call) {
        BigInteger step = bound(call, 2);
        if (step.signum() <= 0) {
            throw new BuiltinException("numbers.range_step: step must be a positive integer");
        }
        return step;
    }

    private static BigInteger bound(BuiltinCall call, int position) {
        return call.number(position)
                .integer()
                .orElseThrow(() -> new BuiltinException(
                        "operand " + (position + 1) + " must be integer number but got floating-point number"));
    }

    private static RegoArray range(BuiltinCall call, BigInteger step) {
        BigInteger from = bound(call, 0);
        BigInteger to = bound(call, 1);
        BigInteger stride = from.compareTo(to) <= 0 ? step : step.negate();
        BigInteger count = to.subtract(from).divide(stride).add(BigInteger.ONE);
        call.meter().admit(count.bitLength() < Long.SIZE ? count.longValue() : Long.MAX_VALUE);
        call.meter().charge(count.longValue());
        ArrayBuilder range = new ArrayBuilder();
        BigInteger next = from;
        for (long i = count.longValue(); i > 0; i--) {
            range.add(RegoNumber.of(next));
            next = next.add(stride);
        }
        return range.frozen();
    }
}

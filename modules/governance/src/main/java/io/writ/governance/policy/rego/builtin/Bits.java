package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.RegoNumber;
import java.math.BigInteger;
import java.util.Map;

/** Bits of integers of any size. */
final class Bits {

    /** A shift is memory; nothing a policy decides needs more bits. */
    private static final int SHIFT_MAX = 4_096;

    private Bits() {}

    static Map<String, Builtin> family() {
        return Map.of(
                "bits.and", call -> RegoNumber.of(integer(call, 0).and(integer(call, 1))),
                "bits.or", call -> RegoNumber.of(integer(call, 0).or(integer(call, 1))),
                "bits.xor", call -> RegoNumber.of(integer(call, 0).xor(integer(call, 1))),
                "bits.negate", call -> RegoNumber.of(integer(call, 0).not()),
                "bits.lsh", call -> RegoNumber.of(integer(call, 0).shiftLeft(shift(call))),
                "bits.rsh", call -> RegoNumber.of(integer(call, 0).shiftRight(shift(call))));
    }

    private static BigInteger integer(BuiltinCall call, int position) {
        return call.number(position)
                .integer()
                .orElseThrow(() -> new BuiltinException(
                        "operand " + (position + 1) + " must be integer number but got floating-point number"));
    }

    private static int shift(BuiltinCall call) {
        BigInteger value = integer(call, 0);
        BigInteger shift = integer(call, 1);
        if (shift.signum() < 0) {
            throw new BuiltinException("operand 2 must be an unsigned integer number but got a negative integer");
        }
        if (shift.bitLength() > 30 || shift.intValue() + value.bitLength() > SHIFT_MAX) {
            throw new BuiltinException("operand 2 must be a shift of at most " + SHIFT_MAX + " bits");
        }
        return shift.intValue();
    }
}

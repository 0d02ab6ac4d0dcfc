package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoNumber;
import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Instants as Rego has them: nanoseconds since 1970, alone or in an array with the name of a time zone. */
final class Instants {

    private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);

    /** Zones that no other system knows any more. */
    private static final String JAVA_ONLY = "SystemV/";

    private Instants() {}

    static ZonedDateTime zoned(BuiltinCall call, int position) {
        return switch (call.any(position)) {
            case RegoNumber nanos -> at(nanos, ZoneOffset.UTC);
            case RegoArray array
            when array.size() > 0 && array.element(0) instanceof RegoNumber nanos ->
                at(nanos, array.size() > 1 ? zone(array.element(1)) : ZoneOffset.UTC);
            default -> throw call.refused(position, "either number (ns) or [number (ns), string (tz)]");
        };
    }

    private static ZonedDateTime at(RegoNumber nanos, ZoneId zone) {
        long value = nanos.integer()
                .filter(exact -> exact.bitLength() < Long.SIZE)
                .orElseThrow(() -> new BuiltinException("timestamp too big"))
                .longValue();
        return Instant.ofEpochSecond(0, value).atZone(zone);
    }

    /** The zone of this machine is no part of a decision, so it cannot be asked for. */
    private static ZoneId zone(RegoValue name) {
        if (!(name instanceof RegoString text)) {
            throw new BuiltinException("operand 1 must be string but got " + name.typeName());
        }
        if (text.value().isEmpty() || text.value().equals("UTC")) {
            return ZoneOffset.UTC;
        }
        if (text.value().startsWith(JAVA_ONLY) || !ZoneId.getAvailableZoneIds().contains(text.value())) {
            throw new BuiltinException("unknown time zone " + text.value());
        }
        return ZoneId.of(text.value());
    }

    /** Nanoseconds since 1970; refused where they do not fit 64 bits. */
    static RegoNumber nanos(ZonedDateTime time) {
        try {
            BigInteger nanos = BigInteger.valueOf(time.toEpochSecond())
                    .multiply(NANOS_PER_SECOND)
                    .add(BigInteger.valueOf(time.getNano()));
            return RegoNumber.of(nanos.longValueExact());
        } catch (ArithmeticException | DateTimeException outside) {
            throw new BuiltinException("time outside of valid range");
        }
    }
}

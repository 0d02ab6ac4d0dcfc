package io.writ.governance.source.query;

import io.writ.evidence.SharedJson;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The parameters of one call while they are read. A member that is absent or null is absent; one of a wrong type is
 * refused, never replaced by a default. What was normalised replaces what was written; the rest is kept as it is.
 */
final class Params {

    private final JsonObject written;
    private final JsonObjectBuilder normalised;

    Params(JsonObject written) {
        this.written = written;
        this.normalised = SharedJson.PROVIDER.createObjectBuilder(written);
    }

    Optional<JsonValue> value(String name) {
        return Optional.ofNullable(written.get(name)).filter(value -> !JsonValue.NULL.equals(value));
    }

    Optional<String> text(String name) {
        return value(name).map(value -> {
            if (value instanceof JsonString text) {
                return text.getString();
            }
            throw new InvalidParams(name, "must be a string");
        });
    }

    String requiredText(String name) {
        return text(name).orElseThrow(() -> new InvalidParams(name, "is required"));
    }

    Optional<Boolean> flag(String name) {
        return value(name).map(value -> {
            if (JsonValue.TRUE.equals(value) || JsonValue.FALSE.equals(value)) {
                return JsonValue.TRUE.equals(value);
            }
            throw new InvalidParams(name, "must be true or false");
        });
    }

    /** An integer; {@code 3.0} is not one, and neither is {@code "3"}. */
    Optional<BigDecimal> integer(String name) {
        return value(name).map(value -> {
            if (value instanceof JsonNumber number && number.isIntegral() && isWrittenPlainly(number)) {
                return number.bigDecimalValue();
            }
            throw new InvalidParams(name, "must be an integer");
        });
    }

    /** An integer brought into the range; asking for more than there may be is asking for all there may be. */
    OptionalInt clamped(String name, int min, int max) {
        return integer(name)
                .map(number -> number.max(BigDecimal.valueOf(min)).min(BigDecimal.valueOf(max)))
                .map(number -> OptionalInt.of(normalise(name, number.intValueExact())))
                .orElse(OptionalInt.empty());
    }

    /** A position in bytes; one that cannot be meant is refused, not moved. */
    OptionalInt position(String name) {
        return integer(name)
                .map(number -> {
                    if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
                        throw new InvalidParams(name, "must be an integer from 0 to " + Integer.MAX_VALUE);
                    }
                    return OptionalInt.of(number.intValueExact());
                })
                .orElse(OptionalInt.empty());
    }

    String normalise(String name, String text) {
        normalised.add(name, text);
        return text;
    }

    void normalise(String name, JsonValue value) {
        normalised.add(name, value);
    }

    JsonObject normalised() {
        return normalised.build();
    }

    private int normalise(String name, int number) {
        normalised.add(name, number);
        return number;
    }

    private static boolean isWrittenPlainly(JsonNumber number) {
        return number.toString().chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    }
}

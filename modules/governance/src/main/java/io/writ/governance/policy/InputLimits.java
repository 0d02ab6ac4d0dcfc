package io.writ.governance.policy;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a question may be made of. Types are right by construction; what a caller can still get wrong is size, text that
 * has no UTF-8 form, and numbers that two engines would read differently.
 */
final class InputLimits {

    /** Object ids and purposes are far shorter; text beyond this is content, and content is not policy's to see. */
    private static final int TEXT_MAX = 8_192;

    /** The typed part needs five levels; simulated parameters may have some of their own. */
    private static final int DEPTH_MAX = 16;

    /** A search of fifty documents needs some thousand; a question far beyond that is an attack on the engine. */
    private static final int VALUES_MAX = 20_000;

    /** What every double carries exactly; beyond it two engines may disagree. */
    private static final int DIGITS_MAX = 15;

    private static final int EXPONENT_MAX = 300;

    private int values;

    private InputLimits() {}

    /** What is wrong with the question, if anything. */
    static Optional<String> problem(PolicyRequest request, JsonValue document) {
        Set<String> ids = new HashSet<>();
        Optional<String> twice = request.items().stream()
                .map(Resource::id)
                .filter(id -> !ids.add(id))
                .findFirst();
        return twice.isPresent() ? Optional.of("two items have one id") : new InputLimits().problem(document, 0);
    }

    private Optional<String> problem(JsonValue value, int depth) {
        values++;
        if (values > VALUES_MAX) {
            return Optional.of("too many values");
        }
        if (depth > DEPTH_MAX) {
            return Optional.of("nested too deeply");
        }
        return switch (value.getValueType()) {
            case OBJECT ->
                problemOfNames(value.asJsonObject().keySet())
                        .or(() -> problemWithin(value.asJsonObject().values(), depth + 1));
            case ARRAY -> problemWithin(value.asJsonArray(), depth + 1);
            case STRING -> problemOfText(((JsonString) value).getString());
            case NUMBER -> problemOfNumber(((JsonNumber) value).bigDecimalValue());
            case TRUE, FALSE, NULL -> Optional.empty();
        };
    }

    private Optional<String> problemWithin(Collection<JsonValue> parts, int depth) {
        for (JsonValue part : parts) {
            Optional<String> problem = problem(part, depth);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problemOfNames(Set<String> names) {
        return List.copyOf(names).stream()
                .map(InputLimits::problemOfText)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> problemOfText(String text) {
        if (text.length() > TEXT_MAX) {
            return Optional.of("text too long");
        }
        boolean torn = text.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF);
        return torn ? Optional.of("text with half a character") : Optional.empty();
    }

    private static Optional<String> problemOfNumber(BigDecimal number) {
        int exponent = Math.abs(number.scale());
        boolean exact = exponent <= EXPONENT_MAX
                && number.precision() <= DIGITS_MAX + EXPONENT_MAX
                && number.stripTrailingZeros().precision() <= DIGITS_MAX;
        return exact ? Optional.empty() : Optional.of("a number with more than " + DIGITS_MAX + " digits");
    }
}

package io.writ.governance.policy;

import io.writ.evidence.Classification;
import io.writ.governance.policy.engine.PolicyFailure;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads a filter in UCAST shape. An operator that nobody here carries out makes the answer unusable. */
final class FilterReader {

    /** The shipped policy nests three levels; a filter beyond this would not fit into a query anyway. */
    private static final int DEPTH_MAX = 12;

    private FilterReader() {}

    static ItemFilter read(JsonValue value) {
        return read(value, 0);
    }

    private static ItemFilter read(JsonValue value, int depth) {
        if (depth > DEPTH_MAX) {
            throw unsupported("nesting");
        }
        AnswerMembers filter = AnswerMembers.of(value);
        return switch (filter.text("type")) {
            case "all" -> only(filter, new ItemFilter.All());
            case "none" -> only(filter, new ItemFilter.None());
            case "field" -> field(filter);
            case "compound" -> compound(filter, depth);
            default -> throw unsupported("type");
        };
    }

    private static ItemFilter only(AnswerMembers filter, ItemFilter meaning) {
        filter.nothingBeside(Set.of("type"), PolicyFailure.OBLIGATION_UNSUPPORTED);
        return meaning;
    }

    private static ItemFilter field(AnswerMembers filter) {
        filter.nothingBeside(Set.of("type", "operator", "field", "value"), PolicyFailure.OBLIGATION_UNSUPPORTED);
        return switch (filter.text("operator")) {
            case "in" -> new ItemFilter.In(filter.name("field"), filter.texts("value"));
            case "le" -> new ItemFilter.AtMost(filter.name("field"), ceiling(filter.text("value")));
            default -> throw unsupported("operator");
        };
    }

    private static String ceiling(String value) {
        if (Arrays.stream(Classification.values())
                .noneMatch(known -> known.wireName().equals(value))) {
            throw unsupported("classification");
        }
        return value;
    }

    private static ItemFilter compound(AnswerMembers filter, int depth) {
        filter.nothingBeside(Set.of("type", "operator", "value"), PolicyFailure.OBLIGATION_UNSUPPORTED);
        List<ItemFilter> parts =
                filter.list("value").stream().map(part -> read(part, depth + 1)).toList();
        return switch (filter.text("operator")) {
            case "and" -> new ItemFilter.And(parts);
            case "or" -> new ItemFilter.Or(parts);
            case "not" -> new ItemFilter.Not(theOnly(parts));
            default -> throw unsupported("operator");
        };
    }

    private static ItemFilter theOnly(List<ItemFilter> parts) {
        if (parts.size() != 1) {
            throw unsupported("negation of several");
        }
        return parts.getFirst();
    }

    private static UnusableAnswer unsupported(String what) {
        return new UnusableAnswer(PolicyFailure.OBLIGATION_UNSUPPORTED, "filter " + what);
    }
}

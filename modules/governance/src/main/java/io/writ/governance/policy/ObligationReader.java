package io.writ.governance.policy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.writ.governance.policy.engine.PolicyFailure;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads what a permission obliges to. Redaction, patterns and filter have to be stated: an obligation that was
 * forgotten must not look like one that is not needed.
 */
final class ObligationReader {

    private static final Set<String> KNOWN =
            Set.of("redaction", "patterns", "filter", "max_rows", "min_group_size", "ttl_seconds", "approval");

    private ObligationReader() {}

    static Obligations read(AnswerMembers obligations, Optional<JsonObject> narrowing) {
        obligations.nothingBeside(KNOWN, PolicyFailure.OBLIGATION_UNSUPPORTED);
        return new Obligations(
                fields(obligations.object("redaction")),
                obligations.list("patterns").stream()
                        .map(ObligationReader::pattern)
                        .toList(),
                FilterReader.read(obligations.value("filter")),
                obligations.bound("max_rows"),
                obligations.bound("min_group_size"),
                duration(obligations.bound("ttl_seconds")),
                narrowing);
    }

    /** The roles whose approval is needed: a condition, not something that could be done to an answer. */
    static List<String> approvers(AnswerMembers obligations) {
        if (!obligations.has("approval")) {
            return List.of();
        }
        AnswerMembers approval =
                obligations.object("approval").nothingBeside(Set.of("roles"), PolicyFailure.OBLIGATION_UNSUPPORTED);
        List<String> roles = approval.texts("roles");
        if (roles.isEmpty() || roles.stream().anyMatch(String::isBlank)) {
            throw new UnusableAnswer(PolicyFailure.MALFORMED, "approval");
        }
        return roles;
    }

    private static Optional<Duration> duration(OptionalInt seconds) {
        return seconds.isPresent() ? Optional.of(Duration.ofSeconds(seconds.getAsInt())) : Optional.empty();
    }

    private static FieldRule fields(AnswerMembers redaction) {
        redaction.nothingBeside(Set.of("allow_fields", "deny_fields"), PolicyFailure.OBLIGATION_UNSUPPORTED);
        boolean allows = redaction.has("allow_fields");
        boolean denies = redaction.has("deny_fields");
        if (allows && denies) {
            throw new UnusableAnswer(PolicyFailure.OBLIGATION_UNSUPPORTED, "fields both allowed and denied");
        }
        if (allows) {
            return new FieldRule.Only(new TreeSet<>(names(redaction, "allow_fields")));
        }
        return denies ? new FieldRule.Except(new TreeSet<>(names(redaction, "deny_fields"))) : new FieldRule.All();
    }

    private static List<String> names(AnswerMembers redaction, String member) {
        List<String> names = redaction.texts(member);
        if (names.stream().anyMatch(String::isBlank)) {
            throw new UnusableAnswer(PolicyFailure.MALFORMED, member);
        }
        return names;
    }

    private static PatternMask pattern(JsonValue value) {
        AnswerMembers pattern = AnswerMembers.of(value)
                .nothingBeside(Set.of("name", "regex", "replacement"), PolicyFailure.OBLIGATION_UNSUPPORTED);
        try {
            String regex = Pattern.compile(pattern.name("regex")).pattern();
            return new PatternMask(pattern.name("name"), regex, pattern.text("replacement"));
        } catch (PatternSyntaxException foreign) {
            throw new UnusableAnswer(PolicyFailure.OBLIGATION_UNSUPPORTED, "pattern");
        }
    }
}

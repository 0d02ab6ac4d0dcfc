package io.writ.governance.source.query;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** The normal forms of single texts. */
final class Words {

    /** More is a document, not a question, and each byte is compared with each line. */
    static final int TEXT_BYTES_MAX = 512;

    private static final Pattern WHITESPACE = Pattern.compile("\\s+");
    private static final Pattern CAMEL_BOUNDARY = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9 \\t_-]*");
    private static final Pattern SEPARATORS = Pattern.compile("[ \\t_-]+");

    private Words() {}

    /** A path below the root of the corpus: forward slashes, no way up, no scheme, no drive. */
    static String resourceId(String param, String raw) {
        String id = raw.strip().replace('\\', '/');
        if (id.startsWith("//")) {
            throw new InvalidParams(param, "must not start with two slashes");
        }
        if (id.contains(":")) {
            throw new InvalidParams(param, "must not contain a colon");
        }
        rejectControls(param, id);
        String joined = String.join(
                "/",
                Arrays.stream(id.split("/"))
                        .map(String::strip)
                        .filter(segment -> !segment.isEmpty())
                        .toList());
        if (("/" + joined + "/").contains("/./") || ("/" + joined + "/").contains("/../")) {
            throw new InvalidParams(param, "must not contain the segments . or ..");
        }
        return joined;
    }

    /** The name of a view or field; {@code planTier} and {@code Plan-Tier} are both {@code plan_tier}. */
    static String identifier(String param, String raw) {
        return isNormal(raw) ? raw : normalised(param, raw);
    }

    /** Most names come in their normal form: small letters, digits, and single underscores between them. */
    private static boolean isNormal(String raw) {
        char before = '_';
        for (int at = 0; at < raw.length(); at++) {
            char character = raw.charAt(at);
            boolean plain = (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
            if (!plain && (character != '_' || before == '_')) {
                return false;
            }
            before = character;
        }
        return before != '_';
    }

    private static String normalised(String param, String raw) {
        if (!IDENTIFIER.matcher(raw).matches()) {
            throw new InvalidParams(param, "must consist of letters, digits, spaces, '_' and '-'");
        }
        String parted = CAMEL_BOUNDARY.matcher(raw).replaceAll("_");
        String joined = SEPARATORS.matcher(parted).replaceAll("_").toLowerCase(Locale.ROOT);
        String trimmed = joined.replaceAll("^_|_$", "");
        if (trimmed.isEmpty()) {
            throw new InvalidParams(param, "must not be blank");
        }
        return trimmed;
    }

    /** A search text: one space between words, not blank, bounded. */
    static String searchText(String param, String raw) {
        String collapsed = WHITESPACE.matcher(raw).replaceAll(" ").strip();
        if (collapsed.isEmpty()) {
            throw new InvalidParams(param, "must not be blank");
        }
        return bounded(param, collapsed);
    }

    /** A value to compare with: trimmed, not blank, bounded. */
    static String value(String param, String raw) {
        String trimmed = raw.strip();
        if (trimmed.isEmpty()) {
            throw new InvalidParams(param, "values must not be blank");
        }
        return bounded(param, trimmed);
    }

    private static String bounded(String param, String text) {
        rejectControls(param, text);
        if (text.getBytes(StandardCharsets.UTF_8).length > TEXT_BYTES_MAX) {
            throw new InvalidParams(param, "must have at most " + TEXT_BYTES_MAX + " bytes");
        }
        return text;
    }

    private static void rejectControls(String param, String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidParams(param, "must not contain control characters");
        }
    }
}

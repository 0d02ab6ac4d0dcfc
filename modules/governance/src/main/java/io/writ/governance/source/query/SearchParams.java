package io.writ.governance.source.query;

import io.writ.governance.source.SourceQuery;
import io.writ.governance.source.SourceQuery.MatchMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the parameters of {@code search}. */
final class SearchParams {

    private static final int LIMIT_DEFAULT = 10;
    private static final int LIMIT_MAX = 50;

    private static final Pattern OUTER_PUNCTUATION = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    private SearchParams() {}

    static SourceQuery read(Params params) {
        List<String> given = Lists.terms(params, "terms");
        String query = query(params, given);
        return new SourceQuery.Search(
                query,
                given.isEmpty() ? termsOf(query) : given,
                mode(params),
                params.flag("case_sensitive").orElse(false),
                params.text("object_prefix")
                        .map(raw -> params.normalise("object_prefix", Words.resourceId("object_prefix", raw)))
                        .orElse(""),
                params.clamped("limit", 1, LIMIT_MAX).orElse(LIMIT_DEFAULT));
    }

    private static String query(Params params, List<String> terms) {
        return params.text("query")
                .map(raw -> params.normalise("query", Words.searchText("query", raw)))
                .orElseGet(() -> {
                    if (terms.isEmpty()) {
                        throw new InvalidParams("query", "is required, unless terms are given");
                    }
                    return Words.searchText("terms", String.join(" ", terms));
                });
    }

    /** The words of the query, without the punctuation that a question has around them. */
    private static List<String> termsOf(String query) {
        return Arrays.stream(query.split(" "))
                .map(word -> OUTER_PUNCTUATION.matcher(word).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(Lists.ELEMENTS_MAX)
                .toList();
    }

    private static MatchMode mode(Params params) {
        return params.text("match_mode")
                .map(raw -> raw.strip().toLowerCase(Locale.ROOT))
                .map(raw -> params.normalise("match_mode", raw))
                .map(raw -> switch (raw) {
                    case "all" -> MatchMode.ALL;
                    case "any" -> MatchMode.ANY;
                    case "phrase" -> MatchMode.PHRASE;
                    default -> throw new InvalidParams("match_mode", "must be all, any or phrase");
                })
                .orElse(MatchMode.ALL);
    }
}

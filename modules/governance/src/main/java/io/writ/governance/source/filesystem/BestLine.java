package io.writ.governance.source.filesystem;

import io.writ.governance.masking.TextMasks;
import io.writ.governance.source.SourceQuery.MatchMode;
import io.writ.governance.source.SourceQuery.Search;
import io.writ.governance.source.filesystem.TextDocument.Line;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the one line of a document that answers a search best, by the scores of PECR v1. */
final class BestLine {

    private static final int TERM_IN_LINE = 10;
    private static final int TERM_IN_ID = 3;
    private static final int QUERY_IN_LINE = 20;
    private static final int QUERY_IN_ID = 5;
    private static final int LINE_NOT_BLANK = 1;
    private static final int WHOLE_TEXT = 25;

    /** Better first: score, then the longer span, then the earlier one. */
    private static final Comparator<Match> BETTER_FIRST = Comparator.comparingInt(Match::score)
            .thenComparingInt(match -> match.endByte() - match.startByte())
            .reversed()
            .thenComparingInt(Match::startByte);

    private final String query;
    private final List<String> terms;
    private final MatchMode mode;
    private final boolean caseSensitive;
    private final TextMasks masks;

    /** Where the search was answered, and how well. */
    record Match(int startByte, int endByte, int lineStart, int lineEnd, int score) {}

    BestLine(Search search, TextMasks masks) {
        this.masks = masks;
        this.caseSensitive = search.caseSensitive();
        this.query = comparable(search.query());
        this.terms = search.terms().stream().map(this::comparable).toList();
        this.mode = search.mode();
    }

    /** The best line, or the whole text when only all lines together satisfy the search. */
    Optional<Match> in(String objectId, TextDocument document) {
        SearchableText seen = SearchableText.of(document, masks);
        int idScore = idScore(comparable(objectId));
        Optional<Match> line = document.lines().stream()
                .map(each -> match(each, text(seen, each), idScore))
                .flatMap(Optional::stream)
                .min(BETTER_FIRST);
        return line.or(() -> whole(document, seen));
    }

    private Optional<Match> match(Line line, String text, int idScore) {
        if (!satisfies(text)) {
            return Optional.empty();
        }
        int score = idScore
                + TERM_IN_LINE * found(text)
                + (text.contains(query) ? QUERY_IN_LINE : 0)
                + (text.isBlank() ? 0 : LINE_NOT_BLANK);
        return Optional.of(new Match(line.startByte(), line.endByte(), line.number(), line.number(), score));
    }

    private Optional<Match> whole(TextDocument document, SearchableText seen) {
        String text = comparable(seen.whole());
        return satisfies(text)
                ? Optional.of(new Match(0, document.length(), 1, document.lineAt(document.length()), WHOLE_TEXT))
                : Optional.empty();
    }

    private boolean satisfies(String text) {
        return switch (mode) {
            case PHRASE -> text.contains(query);
            case ALL -> !terms.isEmpty() && found(text) == terms.size();
            case ANY -> found(text) > 0 || text.contains(query);
        };
    }

    private int idScore(String objectId) {
        return TERM_IN_ID * found(objectId) + (objectId.contains(query) ? QUERY_IN_ID : 0);
    }

    private int found(String text) {
        int found = 0;
        for (String term : terms) {
            found += text.contains(term) ? 1 : 0;
        }
        return found;
    }

    private String text(SearchableText seen, Line line) {
        return caseSensitive ? seen.line(line) : seen.folded(line);
    }

    private String comparable(String text) {
        return caseSensitive ? text : TextDocument.fold(text);
    }
}

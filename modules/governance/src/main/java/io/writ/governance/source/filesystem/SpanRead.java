package io.writ.governance.source.filesystem;

import io.writ.governance.policy.Resource;
import io.writ.governance.source.Reading;
import io.writ.governance.source.SourceFailure;
import io.writ.governance.source.SourceQuery;
import java.time.Instant;

/** Cuts a span out of a document. */
final class SpanRead {

    private SpanRead() {}

    static Reading of(Resource.Document document, TextDocument text, SourceQuery.Span span, Instant now) {
        int start = span.startByte().orElse(0);
        int end = span.endByte().orElse(text.length());
        if (start > end || end > text.length()) {
            return new Reading.Failed(
                    SourceFailure.INVALID,
                    "the range must satisfy start_byte <= end_byte <= " + text.length() + ", the document's length");
        }
        if (!text.isBoundary(start) || !text.isBoundary(end)) {
            return new Reading.Failed(
                    SourceFailure.INVALID, "the range cuts a character in two; the span must be valid UTF-8");
        }
        int lineStart = text.lineAt(start);
        int lineEnd = text.lineAt(end);
        return new Reading.TextSpan(
                document,
                text.versionId(),
                now,
                start,
                end,
                lineStart,
                lineEnd,
                text.text(start, end),
                new DocumentSurroundings(text, start, end));
    }
}

package io.writ.governance.source;

import io.writ.evidence.Label;
import io.writ.governance.masking.Surroundings;
import io.writ.governance.policy.Resource;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** What a source answered, raw: not yet redacted, not yet evidence. */
public sealed interface Reading {

    /** Search hits, best first. Documents outside the permit's filter are not here, nor counted anywhere. */
    record Hits(List<Hit> hits) implements Reading {
        public Hits {
            hits = List.copyOf(hits);
        }
    }

    /** One hit: its document with attributes, and where the best line stands. */
    record Hit(
            Resource.Document document,
            String versionId,
            Instant retrievedAt,
            int startByte,
            int endByte,
            int lineStart,
            int lineEnd,
            String text,
            int score,
            Surroundings around) {

        /** A hit that is the whole text. */
        public Hit(
                Resource.Document document,
                String versionId,
                Instant retrievedAt,
                int startByte,
                int endByte,
                int lineStart,
                int lineEnd,
                String text,
                int score) {
            this(
                    document,
                    versionId,
                    retrievedAt,
                    startByte,
                    endByte,
                    lineStart,
                    lineEnd,
                    text,
                    score,
                    Surroundings.NONE);
        }
    }

    /** Text of one span. */
    record TextSpan(
            Resource.Document document,
            String versionId,
            Instant retrievedAt,
            int startByte,
            int endByte,
            int lineStart,
            int lineEnd,
            String text,
            Surroundings around)
            implements Reading {

        /** A span that is the whole text. */
        public TextSpan(
                Resource.Document document,
                String versionId,
                Instant retrievedAt,
                int startByte,
                int endByte,
                int lineStart,
                int lineEnd,
                String text) {
            this(document, versionId, retrievedAt, startByte, endByte, lineStart, lineEnd, text, Surroundings.NONE);
        }
    }

    /** Known versions, newest first. */
    record VersionList(Resource.Document document, List<Version> versions) implements Reading {
        public VersionList {
            versions = List.copyOf(versions);
        }
    }

    /** One version and since when it is known to have been current. */
    record Version(String versionId, Instant observedFrom) {}

    /** Rows in primary-key order. */
    record RowSet(List<Row> rows, boolean truncated, Label label, Instant retrievedAt) implements Reading {
        public RowSet {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One row.
     *
     * @param objectId view and primary key values joined by colons
     * @param versionField the field that the version was made of
     * @param locator the wire form of {@code span_or_row_spec}
     * @param content the requested fields as strings or null
     */
    record Row(String objectId, String versionId, String versionField, JsonObject locator, JsonObject content) {}

    /** An aggregate; its version is its content hash. */
    record Figures(String objectId, JsonObject locator, JsonObject content, Label label, Instant retrievedAt)
            implements Reading {}

    /** No data. */
    record Failed(SourceFailure failure, String message) implements Reading {}
}

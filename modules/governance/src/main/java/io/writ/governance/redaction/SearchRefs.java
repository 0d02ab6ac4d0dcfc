package io.writ.governance.redaction;

import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.SharedJson;
import io.writ.governance.source.Reading;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;

/**
 * References of a search. Each carries the id that {@code fetch_span} of the same bytes gives in the same session
 * under the same masks.
 */
record SearchRefs(List<Ref> refs) {

    /** Long enough to recognise a line, short enough not to be the document. */
    private static final int PREVIEW_MAX = 160;

    SearchRefs {
        refs = List.copyOf(refs);
    }

    /** One hit and the unit it would become. */
    record Ref(Reading.Hit hit, EvidenceUnit unit) {

        String preview() {
            return Excerpt.of(((JsonString) unit.content()).getString(), PREVIEW_MAX);
        }
    }

    static SearchRefs of(Reading.Hits hits, EvidenceMint mint) {
        return new SearchRefs(hits.hits().stream()
                .map(hit -> new Ref(hit, mint.span(span(hit))))
                .toList());
    }

    JsonObject result() {
        JsonArrayBuilder array = SharedJson.PROVIDER.createArrayBuilder();
        refs.forEach(ref -> array.add(json(ref)));
        return SharedJson.PROVIDER.createObjectBuilder().add("refs", array).build();
    }

    private static JsonObject json(Ref ref) {
        Reading.Hit hit = ref.hit();
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("evidence_unit_id", ref.unit().id().hex())
                .add("source_system", ref.unit().sourceSystem())
                .add("object_id", hit.document().id())
                .add("version_id", hit.versionId())
                .add("start_byte", hit.startByte())
                .add("end_byte", hit.endByte())
                .add("line_start", hit.lineStart())
                .add("line_end", hit.lineEnd())
                .add("match_preview", ref.preview())
                .add("match_score", hit.score())
                .build();
    }

    private static Reading.TextSpan span(Reading.Hit hit) {
        return new Reading.TextSpan(
                hit.document(),
                hit.versionId(),
                hit.retrievedAt(),
                hit.startByte(),
                hit.endByte(),
                hit.lineStart(),
                hit.lineEnd(),
                hit.text(),
                hit.around());
    }
}

package io.writ.governance.redaction;

import io.writ.evidence.ContentType;
import io.writ.evidence.Digest;
import io.writ.evidence.EvidenceIdentity;
import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.Label;
import io.writ.evidence.SharedJson;
import io.writ.evidence.TransformStep;
import io.writ.governance.source.Reading;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes evidence units out of raw readings, with fields removed and patterns masked on the way. */
record EvidenceMint(FieldFilter fields, ContentMasks masks, OpaqueIds opaqueIds, ReleaseContext context) {

    private static final String DOCUMENTS = "fs_corpus";
    private static final String VIEWS = "pg_safeview";

    /** A span as evidence. Field rules have nothing to act on in text. */
    EvidenceUnit span(Reading.TextSpan span) {
        String text = masks.apply(span.text(), span.around());
        List<TransformStep> chain = text.equals(span.text()) ? List.of() : List.of(masking());
        JsonString content = SharedJson.PROVIDER.createValue(text);
        EvidenceIdentity identity = new EvidenceIdentity(
                DOCUMENTS,
                span.document().id(),
                span.versionId(),
                locator(span),
                EvidenceIdentity.contentHash(ContentType.TEXT, content),
                context.asOf(),
                context.policySnapshot().hash(),
                chain);
        return unit(identity, content, span.retrievedAt(), span.document().label());
    }

    /** A row as evidence, true for the second in which it was read. */
    EvidenceUnit row(Reading.Row row, Label label, Instant retrievedAt) {
        RowFilter filter = new RowFilter(fields, masks, opaqueIds, context.policySnapshot());
        JsonObject surviving = fields.survivors(row.content());
        JsonObject content = masks.apply(surviving);
        JsonObject visible = filter.locator(row.locator());
        JsonObject locator = filter.maskedKey(visible);
        boolean removed = !surviving.equals(row.content()) || !visible.equals(row.locator());
        boolean masked = !content.equals(surviving) || !locator.equals(visible);
        EvidenceIdentity identity = new EvidenceIdentity(
                VIEWS,
                filter.objectId(row),
                filter.versionId(row),
                locator,
                EvidenceIdentity.contentHash(ContentType.JSON, content),
                retrievedAt.truncatedTo(ChronoUnit.SECONDS),
                context.policySnapshot().hash(),
                chain(removed, masked));
        return unit(identity, content, retrievedAt, label);
    }

    /** An aggregate as evidence. Its version is the hash of what is released: that of the raw figures would tell. */
    EvidenceUnit figures(Reading.Figures figures) {
        AggregateFilter filter = new AggregateFilter(fields);
        JsonObject surviving = filter.content(figures.content());
        JsonObject content = masks.apply(surviving);
        JsonObject locator = filter.locator(figures.locator());
        boolean removed = !surviving.equals(figures.content()) || !locator.equals(figures.locator());
        Digest contentHash = EvidenceIdentity.contentHash(ContentType.JSON, content);
        EvidenceIdentity identity = new EvidenceIdentity(
                VIEWS,
                figures.objectId(),
                contentHash.hex(),
                locator,
                contentHash,
                figures.retrievedAt().truncatedTo(ChronoUnit.SECONDS),
                context.policySnapshot().hash(),
                chain(removed, !content.equals(surviving)));
        return unit(identity, content, figures.retrievedAt(), figures.label());
    }

    private EvidenceUnit unit(EvidenceIdentity identity, JsonValue content, Instant retrievedAt, Label label) {
        return new EvidenceUnit(
                identity.id(),
                identity.sourceSystem(),
                identity.objectId(),
                identity.versionId(),
                identity.locator(),
                content instanceof JsonString ? ContentType.TEXT : ContentType.JSON,
                content,
                identity.contentHash(),
                retrievedAt,
                identity.asOf(),
                context.policySnapshot(),
                identity.transformChain(),
                label);
    }

    private List<TransformStep> chain(boolean removed, boolean masked) {
        List<TransformStep> chain = new ArrayList<>();
        if (removed) {
            fields.params().map(params -> step("redaction", params)).ifPresent(chain::add);
        }
        if (masked) {
            chain.add(masking());
        }
        return chain;
    }

    private TransformStep masking() {
        return step("pattern_redaction", masks.params());
    }

    private static TransformStep step(String type, JsonObject params) {
        return new TransformStep(type, Digest.ofPecrJson(params), Optional.of(params));
    }

    private static JsonObject locator(Reading.TextSpan span) {
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("type", "text_span")
                .add("start_byte", span.startByte())
                .add("end_byte", span.endByte())
                .add("line_start", span.lineStart())
                .add("line_end", span.lineEnd())
                .build();
    }
}

package io.writ.governance.redaction;

import io.writ.evidence.EvidenceJson;
import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.Label;
import io.writ.evidence.SharedJson;
import io.writ.governance.policy.Obligations;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.source.Reading;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.Optional;

/** Applies field rules and pattern masks; checks the row cap that the source should have kept. */
final class ObligationRedaction implements Redaction {

    private final OpaqueIds opaqueIds;

    ObligationRedaction(OpaqueIds opaqueIds) {
        this.opaqueIds = opaqueIds;
    }

    @Override
    public Release release(Reading reading, PolicyDecision.Allow decision, ReleaseContext context) {
        try {
            Obligations obligations = decision.obligations();
            EvidenceMint mint = new EvidenceMint(
                    FieldFilter.of(obligations.fields()),
                    ContentMasks.compile(obligations.patterns()),
                    opaqueIds,
                    context);
            return switch (reading) {
                case Reading.Hits hits -> hits(capped(hits, hits.hits().size(), obligations), mint);
                case Reading.TextSpan span -> one(mint.span(span));
                case Reading.VersionList versions -> versions(versions);
                case Reading.RowSet rows -> rows(capped(rows, rows.rows().size(), obligations), mint);
                case Reading.Figures figures ->
                    one(mint.figures(capped(figures, AggregateFilter.groupCount(figures.content()), obligations)));
                case Reading.Failed _ ->
                    new Release.Unfulfillable("reading", "the source gave nothing that could be released");
            };
        } catch (UnfulfillableException refused) {
            return refused.release();
        }
    }

    private static Release hits(Reading.Hits hits, EvidenceMint mint) {
        SearchRefs refs = SearchRefs.of(hits, mint);
        Label label = hits.hits().stream().map(hit -> hit.document().label()).reduce(Label.NONE, Label::join);
        return new Release.Released(refs.result(), List.of(), Optional.of(SummaryText.ofSearch(refs)), label);
    }

    private static Release versions(Reading.VersionList versions) {
        return new Release.Released(
                VersionRefs.result(versions),
                List.of(),
                Optional.of(SummaryText.ofVersions(versions)),
                versions.document().label());
    }

    private static Release one(EvidenceUnit unit) {
        return new Release.Released(
                EvidenceJson.write(unit), List.of(unit), Optional.of(SummaryText.ofUnit(unit)), unit.label());
    }

    private static Release rows(Reading.RowSet rows, EvidenceMint mint) {
        List<EvidenceUnit> units = rows.rows().stream()
                .map(row -> mint.row(row, rows.label(), rows.retrievedAt()))
                .toList();
        JsonArrayBuilder result = SharedJson.PROVIDER.createArrayBuilder();
        units.forEach(unit -> result.add(EvidenceJson.write(unit)));
        String summary = SummaryText.ofRows(units, rows.truncated());
        return new Release.Released(result.build(), units, Optional.of(summary), rows.label());
    }

    /** The source applies the cap; if it did not, releasing the surplus would be the leak. */
    private static <R extends Reading> R capped(R reading, int count, Obligations obligations)
            throws UnfulfillableException {
        if (obligations.rowsMax().isPresent() && count > obligations.rowsMax().getAsInt()) {
            throw new UnfulfillableException("rows_max", "the source returned more than policy allows to release");
        }
        return reading;
    }
}

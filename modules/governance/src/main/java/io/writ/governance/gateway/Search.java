package io.writ.governance.gateway;

import io.writ.governance.policy.Governed;
import io.writ.governance.policy.ItemDecision;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.PolicyDecisionPoint;
import io.writ.governance.policy.ReadPermit;
import io.writ.governance.policy.Resource;
import io.writ.governance.source.Reading;
import io.writ.governance.transcript.PolicyTrail;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Searches documents. Policy is asked twice: before, which documents may be looked at, and afterwards, about each one
 * that was found, because only then its attributes are known one by one.
 */
@Dependent
@Typed(Search.class)
class Search implements Operation<OperatorQuestion, Findings> {

    private final ReadStage reads;
    private final PolicyDecisionPoint policy;

    @Inject
    Search(ReadStage reads, PolicyDecisionPoint policy) {
        this.reads = reads;
        this.policy = policy;
    }

    @Override
    @Governed
    public Findings perform(OperatorQuestion question) {
        return reads.read(question, (permit, reading) -> switch (reading) {
            case Reading.Hits hits when !hits.hits().isEmpty() -> release(question, permit, hits);
            case Reading.Hits _,
                    Reading.TextSpan _,
                    Reading.VersionList _,
                    Reading.RowSet _,
                    Reading.Figures _,
                    Reading.Failed _ ->
                reads.redact(question, reading, permit.decision(), PolicyTrail.of(permit.decision()));
        });
    }

    private Findings release(OperatorQuestion question, ReadPermit permit, Reading.Hits hits) {
        List<Resource> documents = hits.hits().stream()
                .map(Reading.Hit::document)
                .distinct()
                .map(Resource.class::cast)
                .toList();
        PolicyDecision release = policy.decide(question.releaseRequest(documents));
        PolicyTrail trail = PolicyTrail.of(permit.decision()).andRelease(release);
        return switch (release) {
            case PolicyDecision.Allow allow ->
                Undertakings.forRelease(allow.obligations())
                        .<Findings>map(objection -> new Findings.Nothing(objection, trail))
                        .orElseGet(() -> reads.redact(
                                question,
                                released(hits, allow),
                                ReleaseObligations.join(permit.decision(), allow),
                                trail));
            case PolicyDecision.Deny _, PolicyDecision.Undecided _ ->
                new Findings.Nothing(Withholding.of(release), trail);
        };
    }

    /** A document that policy did not name is not released. */
    private static Reading.Hits released(Reading.Hits hits, PolicyDecision.Allow allow) {
        return new Reading.Hits(hits.hits().stream()
                .filter(hit -> allows(allow.items().get(hit.document().id())))
                .toList());
    }

    private static boolean allows(@Nullable ItemDecision decision) {
        return decision != null && decision.allow();
    }
}

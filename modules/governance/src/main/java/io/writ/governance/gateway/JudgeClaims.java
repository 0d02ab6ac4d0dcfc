package io.writ.governance.gateway;

import io.writ.evidence.Budget;
import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.finalization.ClaimGate;
import io.writ.evidence.finalization.Judgement;
import io.writ.governance.EvidenceRecord;
import io.writ.governance.GovernanceException;
import io.writ.governance.RefusalReason;
import io.writ.governance.persistence.EmittedEvidence;
import io.writ.governance.policy.Governed;
import io.writ.governance.policy.ReadPermit;
import io.writ.governance.session.LiveSession;
import io.writ.governance.session.Progress;
import io.writ.governance.transcript.CitedEvidence;
import io.writ.governance.transcript.PolicyTrail;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.List;

/** Holds claims against the evidence that the session was shown. */
@Dependent
@Typed(JudgeClaims.class)
class JudgeClaims implements Operation<FinishQuestion, Conclusion> {

    private final EmittedEvidence evidence;
    private final ClaimGate gate;

    @Inject
    JudgeClaims(EmittedEvidence evidence, ClaimGate gate) {
        this.evidence = evidence;
        this.gate = gate;
    }

    @Override
    @Governed
    public Conclusion perform(FinishQuestion question) {
        return ReadPermit.current()
                .map(permit -> {
                    PolicyTrail trail = PolicyTrail.of(permit.decision());
                    return Undertakings.forNoData(permit.obligations())
                            .<Conclusion>map(objection -> new Conclusion.Withheld(objection, trail))
                            .orElseGet(() -> judge(question, trail));
                })
                .orElseGet(() -> new Conclusion.Withheld(
                        Objection.of(RefusalReason.INTERNAL, "no permit was granted to finish; report it"),
                        PolicyTrail.NOT_ASKED));
    }

    private Conclusion judge(FinishQuestion question, PolicyTrail trail) {
        LiveSession session = question.session();
        List<EvidenceUnit> shown;
        try {
            shown = evidence.of(session.facts().key()).stream()
                    .map(EvidenceRecord::unit)
                    .toList();
        } catch (GovernanceException databaseDown) {
            return new Conclusion.Withheld(
                    Objection.of(RefusalReason.DATABASE_DOWN, "the evidence cannot be loaded; try again later"), trail);
        }
        return switch (gate.judge(question.submission().claims(), shown, isOverspent(session))) {
            case Judgement.Judged judged ->
                new Conclusion.Judged(judged, CitedEvidence.digest(judged.claims(), shown), trail);
            case Judgement.Unanswerable(String message) ->
                new Conclusion.Withheld(Objection.of(RefusalReason.PARAMS_INVALID, message), trail);
        };
    }

    /** PECR's rule: here a byte limit of zero means zero. */
    private static boolean isOverspent(LiveSession session) {
        Budget budget = session.facts().budget();
        Progress progress = session.progress();
        return progress.calls() > budget.operatorCallsMax() || progress.bytes() > budget.bytesMax();
    }
}

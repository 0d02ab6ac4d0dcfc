package io.writ.governance.gateway;

import io.writ.governance.EvidenceRecord;
import io.writ.governance.PrincipalId;
import io.writ.governance.RunRecord;
import io.writ.governance.SessionId;
import io.writ.governance.persistence.DecisionRows;
import io.writ.governance.persistence.EmittedEvidence;
import io.writ.governance.persistence.RunRows;
import io.writ.governance.policy.ArchiveReach;
import io.writ.governance.policy.Governed;
import io.writ.governance.policy.ReadPermit;
import io.writ.governance.session.SessionKey;
import io.writ.governance.transcript.DecisionRecords;
import io.writ.governance.transcript.PolicyTrail;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Reads recorded runs: a caller's own, or everybody's in the tenant when policy gives that reason. */
@Dependent
@Typed(ReadArchive.class)
class ReadArchive implements Operation<ArchiveQuestion, ArchiveFindings> {

    private final RunRows runs;
    private final DecisionRows decisions;
    private final EmittedEvidence evidence;

    @Inject
    ReadArchive(RunRows runs, DecisionRows decisions, EmittedEvidence evidence) {
        this.runs = runs;
        this.decisions = decisions;
        this.evidence = evidence;
    }

    @Override
    @Governed
    public ArchiveFindings perform(ArchiveQuestion question) {
        return ReadPermit.current()
                .map(permit -> read(question, permit))
                .orElseGet(() -> ArchiveFindings.none(PolicyTrail.NOT_ASKED));
    }

    private ArchiveFindings read(ArchiveQuestion question, ReadPermit permit) {
        PolicyTrail trail = PolicyTrail.of(permit.decision());
        Optional<PrincipalId> owner = ArchiveReach.owner(permit.decision(), question.caller());
        return question.session()
                .map(session -> new ArchiveFindings(List.of(), run(permit, session, owner), trail))
                .orElseGet(() -> new ArchiveFindings(
                        runs.recent(permit.tenant(), owner, question.limit()), Optional.empty(), trail));
    }

    private Optional<RunRecord> run(ReadPermit permit, SessionId session, Optional<PrincipalId> owner) {
        SessionKey key = new SessionKey(permit.tenant(), session);
        return runs.one(key, owner).map(run -> {
            List<EvidenceRecord> units = evidence.of(key);
            return new RunRecord(
                    run.summary(),
                    decisions.of(key).stream()
                            .map(owner.isEmpty() ? DecisionRecords::whole : DecisionRecords::told)
                            .toList(),
                    units,
                    run.answer(),
                    run.claims());
        });
    }
}

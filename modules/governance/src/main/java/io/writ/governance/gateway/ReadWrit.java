package io.writ.governance.gateway;

import io.writ.governance.EvidenceRecord;
import io.writ.governance.PrincipalId;
import io.writ.governance.SessionId;
import io.writ.governance.persistence.EmittedEvidence;
import io.writ.governance.persistence.RunRecords;
import io.writ.governance.persistence.RunRows;
import io.writ.governance.policy.ArchiveReach;
import io.writ.governance.policy.Governed;
import io.writ.governance.policy.ReadPermit;
import io.writ.governance.session.SessionKey;
import io.writ.governance.transcript.PolicyTrail;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads what a writ is made of, under the same rules as a look at the run. */
@Dependent
@Typed(ReadWrit.class)
class ReadWrit implements Operation<WritQuestion, WritFindings> {

    /** A console's run has a dozen; with more a file is no longer what somebody checks by hand. */
    static final int RECORDS_MAX = 1_000;

    private final RunRows runs;
    private final RunRecords records;
    private final EmittedEvidence evidence;

    @Inject
    ReadWrit(RunRows runs, RunRecords records, EmittedEvidence evidence) {
        this.runs = runs;
        this.records = records;
        this.evidence = evidence;
    }

    @Override
    @Governed
    public WritFindings perform(WritQuestion question) {
        return ReadPermit.current()
                .map(permit -> read(question, permit))
                .orElseGet(() -> new WritFindings(Optional.empty(), PolicyTrail.NOT_ASKED));
    }

    private WritFindings read(WritQuestion question, ReadPermit permit) {
        Optional<PrincipalId> owner = ArchiveReach.owner(permit.decision(), question.caller());
        return new WritFindings(material(permit, question.session(), owner), PolicyTrail.of(permit.decision()));
    }

    private Optional<WritFindings.Material> material(
            ReadPermit permit, SessionId session, Optional<PrincipalId> owner) {
        SessionKey key = new SessionKey(permit.tenant(), session);
        return runs.one(key, owner)
                .map(run -> new WritFindings.Material(
                        run,
                        records.facts(key),
                        records.of(key, RECORDS_MAX + 1),
                        evidence.of(key).stream().map(EvidenceRecord::unit).toList(),
                        owner.isEmpty()));
    }
}

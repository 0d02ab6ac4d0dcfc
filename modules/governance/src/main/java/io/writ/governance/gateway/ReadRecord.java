package io.writ.governance.gateway;

import io.writ.governance.persistence.CanonicalRows;
import io.writ.governance.policy.ArchiveReach;
import io.writ.governance.policy.Governed;
import io.writ.governance.policy.ReadPermit;
import io.writ.governance.transcript.PolicyTrail;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads one record as it was hashed, for those to whom policy opens everything of the tenant. */
@Dependent
@Typed(ReadRecord.class)
class ReadRecord implements Operation<RecordQuestion, RecordFindings> {

    private final CanonicalRows records;

    @Inject
    ReadRecord(CanonicalRows records) {
        this.records = records;
    }

    @Override
    @Governed
    public RecordFindings perform(RecordQuestion question) {
        return ReadPermit.current()
                .map(permit -> read(question, permit))
                .orElseGet(() -> new RecordFindings(Optional.empty(), PolicyTrail.NOT_ASKED));
    }

    private RecordFindings read(RecordQuestion question, ReadPermit permit) {
        PolicyTrail trail = PolicyTrail.of(permit.decision());
        return ArchiveReach.isWhole(permit.decision())
                ? new RecordFindings(records.one(permit.tenant(), question.recordId()), trail)
                : new RecordFindings(Optional.empty(), trail);
    }
}

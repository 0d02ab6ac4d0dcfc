package io.writ.governance.gateway;

import io.writ.evidence.EvidenceUnit;
import io.writ.governance.persistence.RunRecords;
import io.writ.governance.persistence.RunRows;
import io.writ.governance.transcript.PolicyTrail;
import java.util.List;
import java.util.Optional;

/** What the archive holds for a writ; nothing looks the same whether it is not there or not allowed. */
record WritFindings(Optional<Material> material, PolicyTrail trail) {

    /**
     * A run with everything that was kept of it.
     *
     * @param records oldest first; one more than a writ holds when there are more
     * @param whole whether the caller sees all records as they are
     */
    record Material(
            RunRows.Run run,
            RunRecords.Facts facts,
            List<RunRecords.Kept> records,
            List<EvidenceUnit> evidence,
            boolean whole) {

        Material {
            records = List.copyOf(records);
            evidence = List.copyOf(evidence);
        }
    }
}

package io.writ.governance.gateway;

import io.writ.governance.RunRecord;
import io.writ.governance.RunSummary;
import io.writ.governance.transcript.PolicyTrail;
import java.util.List;
import java.util.Optional;

/** What the archive holds for a caller; nothing looks the same whether it is not there or not allowed. */
record ArchiveFindings(List<RunSummary> runs, Optional<RunRecord> run, PolicyTrail trail) {

    ArchiveFindings {
        runs = List.copyOf(runs);
    }

    static ArchiveFindings none(PolicyTrail trail) {
        return new ArchiveFindings(List.of(), Optional.empty(), trail);
    }
}

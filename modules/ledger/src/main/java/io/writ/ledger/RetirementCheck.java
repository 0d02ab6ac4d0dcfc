package io.writ.ledger;

import io.writ.ledger.persistence.LogSnapshot;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Holds a notice of retention against the log around it. Nothing but a checkpoint signs it, so all that it says is
 * compared: what is gone with its root, its checkpoint with the tree, and elsewhere what was left behind.
 */
final class RetirementCheck {

    private final LogSnapshot log;
    private final Optional<CheckpointSignatures> signatures;
    private final Findings findings;

    RetirementCheck(LogSnapshot log, Optional<CheckpointSignatures> signatures, Findings findings) {
        this.log = log;
        this.signatures = signatures;
        this.findings = findings;
    }

    void check(RetiredNotice notice) throws IOException, SQLException {
        OptionalLong leaf = log.leafOf(notice.lane(), notice.seq());
        if (leaf.isPresent() && notice.coveredSize() > leaf.getAsLong()) {
            offence(notice, "it carries a checkpoint that is younger than itself");
        }
        signatures
                .flatMap(known -> known.forgery(notice.retention().checkpoint()))
                .ifPresent(problem -> offence(notice, "its checkpoint is not one of this log: " + problem));
    }

    private void offence(RetiredNotice notice, String what) {
        findings.inLane(Verdict.FORKED, notice.lane(), notice.seq(), what);
    }
}

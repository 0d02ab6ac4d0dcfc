package io.writ.ledger.anchor;

import io.writ.ledger.merkle.ConsistencyProof;
import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.signing.SignedNote;
import java.util.Optional;

/** The log as its own database has it, read anew by each call. */
public interface LogHistory {

    LogTrust trust();

    /** The newest checkpoint; empty before the first. */
    Optional<SignedNote> newest();

    /** Leaves under the newest checkpoint. */
    long size();

    /** The root that the stored tree had at a size that it has reached. */
    TreeHash root(long size);

    /** Proof that the tree of one size extends that of another; both have been reached. */
    ConsistencyProof between(long older, long newer);
}

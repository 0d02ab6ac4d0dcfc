package io.writ.ledger;

import io.writ.ledger.merkle.GrowingTree;
import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.persistence.StoredBodies;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;

/** Folds the leaves of records that are about to go, and stops at the first that may not. */
final class BodyFold implements StoredBodies.Visitor {

    private final GrowingTree tree = GrowingTree.empty();
    private Optional<String> problem = Optional.empty();

    @Override
    public boolean visit(UUID recordId, byte[] canonical, Optional<byte[]> leaf, boolean covered) {
        boolean same = leaf.isPresent()
                && MessageDigest.isEqual(LedgerHash.leaf(canonical).bytes(), leaf.get());
        if (!same) {
            // What does not hold must stay for whoever looks into it.
            problem = Optional.of("record " + recordId
                    + " is not the one that its entry stands for: run './writ ledger verify' and find out why");
        } else if (!covered) {
            problem = Optional.of("record " + recordId
                    + " is under no checkpoint yet: let a server with WRIT_LEDGER_KEY run, and repeat");
        } else {
            tree.append(TreeHash.leaf(leaf.get()));
            tree.takeFinished();
        }
        return problem.isEmpty();
    }

    Optional<String> problem() {
        return problem;
    }

    long records() {
        return tree.size();
    }

    TreeHash root() {
        return tree.root();
    }
}

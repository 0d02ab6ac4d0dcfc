package io.writ.ledger.notice;

import io.writ.evidence.Digest;
import io.writ.ledger.merkle.TreeHash;

/**
 * How far a tree had grown.
 *
 * @param size leaves
 * @param root over them
 */
public record Stand(long size, TreeHash root) {

    static Stand read(Members members) {
        return new Stand(
                members.number("size"), TreeHash.ofRaw(members.digest("root").bytes()));
    }

    String line() {
        return "stands " + size + " " + hex() + "\n";
    }

    String hex() {
        return Digest.ofRaw(root.bytes()).hex();
    }
}

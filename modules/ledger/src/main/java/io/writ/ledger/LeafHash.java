package io.writ.ledger;

import io.writ.ledger.persistence.EntryView;
import java.security.MessageDigest;

/** Computes {@link LedgerHash#leaf} for one record after the other. Not thread-safe. */
final class LeafHash {

    private final MessageDigest sha256 = LedgerHash.sha256();

    /** Whether the entry stands for these bytes. */
    boolean isOf(byte[] canonical, EntryView entry) {
        sha256.update(LedgerHash.LEAF);
        return entry.hasLeaf(sha256.digest(canonical));
    }
}

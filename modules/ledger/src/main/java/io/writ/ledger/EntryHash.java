package io.writ.ledger;

import io.writ.evidence.Digest;
import io.writ.ledger.persistence.EntryView;
import java.security.DigestException;
import java.security.MessageDigest;

/**
 * Computes {@link LedgerHash#entry} for one entry after the other, in buffers that are used again: most of a verification
 * is this. Not thread-safe.
 */
final class EntryHash {

    private final MessageDigest sha256 = LedgerHash.sha256();
    private final byte[] input = new byte[1 + EntryView.HASH + EntryView.CHAINED];
    private final byte[] output = new byte[EntryView.HASH];

    EntryHash() {
        input[0] = LedgerHash.ENTRY;
    }

    /** The next entry has this one before it. */
    void follow(EntryView before) {
        before.copyEntry(input, 1);
    }

    /** The next entry has this hash before it. */
    void follow(Digest before) {
        System.arraycopy(before.bytes(), 0, input, 1, EntryView.HASH);
    }

    /** Whether the entry follows from the one before; if it does, the next one has to follow from it. */
    boolean isFollowedBy(EntryView entry) {
        entry.copyChained(input, 1 + EntryView.HASH);
        sha256.update(input, 0, input.length);
        try {
            sha256.digest(output, 0, output.length);
        } catch (DigestException impossible) {
            throw new IllegalStateException("32 bytes hold a SHA-256", impossible);
        }
        boolean same = entry.hasEntry(output);
        if (same) {
            System.arraycopy(output, 0, input, 1, output.length);
        }
        return same;
    }
}

package io.writ.ledger;

import io.writ.ledger.signing.NoteKey;
import java.util.Optional;
import javax.sql.DataSource;

/** Re-hashes every lane from its genesis and compares every leaf with the record it stands for, and folds
 * the tree once more. */
public interface LedgerVerifier {

    /** Reads everything; time grows with the number of entries. */
    VerificationReport verify();

    /**
     * A verifier for connections that see the records of all tenants: those of the auditor or of the owner. It also
     * finds entries whose record is gone, which a view of one tenant cannot.
     */
    static LedgerVerifier over(DataSource allTenants, VerificationProgress progress) {
        return new DatabaseVerifier(allTenants, VerifiedRecords.OF_ALL_TENANTS, progress, Optional.empty());
    }

    /**
     * As {@link #over(DataSource, VerificationProgress)}, and every checkpoint must be signed by the key that was the log's when
     * it was made. Any one key of the log will do: its notices lead from each to the others.
     *
     * @param publicKey in the written form of C2SP {@code signed-note}
     */
    static LedgerVerifier over(DataSource allTenants, VerificationProgress progress, String publicKey) {
        Optional<NoteKey> trusted = Optional.of(CheckpointSignatures.trusted(publicKey));
        return new DatabaseVerifier(allTenants, VerifiedRecords.OF_ALL_TENANTS, progress, trusted);
    }

    /** As {@link #over(DataSource, VerificationProgress)}, in silence. */
    static LedgerVerifier over(DataSource allTenants) {
        return over(allTenants, (entries, records) -> {});
    }
}

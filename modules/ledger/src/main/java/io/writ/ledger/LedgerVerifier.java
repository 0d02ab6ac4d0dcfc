package io.writ.ledger;

import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Re-hashes every lane from its genesis, compares every leaf with the record it stands for, and folds the tree once
 * more.
 */
public interface LedgerVerifier {

    /** Reads everything; time grows with the number of entries. */
    VerificationReport verify();

    /**
     * A verifier for connections that see the records of all tenants: those of the auditor or of the owner. It also
     * finds entries whose record is gone, which a view of one tenant cannot.
     */
    static LedgerVerifier over(DataSource allTenants, VerifierOptions options) {
        return new DatabaseVerifier(allTenants, options);
    }

    /** A verifier of what {@link LedgerExport} wrote; it needs no database and no server. */
    static LedgerVerifier overExport(Path export, VerifierOptions options) {
        return new ExportVerifier(export, options);
    }

    /** As {@link #over(DataSource, VerifierOptions)}, with one thread and without a key. */
    static LedgerVerifier over(DataSource allTenants, VerificationProgress progress) {
        return over(allTenants, new VerifierOptions(Optional.empty(), 1, progress));
    }

    /**
     * As {@link #over(DataSource, VerificationProgress)}, and every checkpoint must be signed by the key that was the log's when
     * it was made. Any one key of the log will do: its notices lead from each to the others.
     *
     * @param publicKey in the written form of C2SP {@code signed-note}
     */
    static LedgerVerifier over(DataSource allTenants, VerificationProgress progress, String publicKey) {
        return over(allTenants, new VerifierOptions(Optional.of(publicKey), 1, progress));
    }

    /** As {@link #over(DataSource, VerifierOptions)}, in silence and without a key. */
    static LedgerVerifier over(DataSource allTenants) {
        return over(allTenants, VerifierOptions.SILENT);
    }
}

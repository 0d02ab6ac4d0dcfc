package io.writ.ledger;

/** Re-hashes every lane from its genesis and compares every leaf with the record it stands for. */
public interface LedgerVerifier {

    /** Reads everything; time grows with the number of entries. */
    VerificationReport verify();
}

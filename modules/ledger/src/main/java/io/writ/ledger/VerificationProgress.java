package io.writ.ledger;

/** Hears how far a verification has come. */
@FunctionalInterface
public interface VerificationProgress {

    /** Called often and by the verifying thread: return quickly. */
    void reached(long entries, long records);
}

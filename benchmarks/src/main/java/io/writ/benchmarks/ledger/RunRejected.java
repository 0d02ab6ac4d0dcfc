package io.writ.benchmarks.ledger;

/** A check after a slice failed: whatever was measured, it was not this ledger. */
final class RunRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunRejected(String slice, String finding) {
        super("the run is rejected: after " + slice + " " + finding);
    }
}

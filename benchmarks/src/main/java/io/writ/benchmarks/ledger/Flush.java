package io.writ.benchmarks.ledger;

/** What a flush of the write-ahead log costs. */
enum Flush {
    /** What the machine gives. */
    NATIVE,

    /** One millisecond more, as on an ordinary cloud volume. */
    SLOW
}

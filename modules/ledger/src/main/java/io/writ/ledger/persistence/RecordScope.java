package io.writ.ledger.persistence;

/** Whose records are taken. Notices belong to nobody and are always taken. */
public sealed interface RecordScope {

    /** Those of every tenant. */
    record All() implements RecordScope {}

    /** Those of one tenant. */
    record OfTenant(String tenant) implements RecordScope {}

    /** None but notices. */
    record NoticesOnly() implements RecordScope {}
}

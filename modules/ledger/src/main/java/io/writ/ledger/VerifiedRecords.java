package io.writ.ledger;

/** Whose records a verification can see. Chains belong to nobody and are always verified whole. */
enum VerifiedRecords {
    OF_ALL_TENANTS,

    /** Row-level security shows one tenant or none: a record that is not seen is not a record that is gone. */
    OF_THE_VISIBLE_TENANT
}

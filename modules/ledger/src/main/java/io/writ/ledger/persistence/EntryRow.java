package io.writ.ledger.persistence;

import io.writ.evidence.Digest;
import java.util.UUID;

/** A stored entry. */
public record EntryRow(long lane, long seq, int kind, UUID recordId, Digest leaf, Digest entry) {}

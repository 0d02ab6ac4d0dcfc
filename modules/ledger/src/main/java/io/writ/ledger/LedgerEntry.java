package io.writ.ledger;

import io.writ.evidence.Digest;
import java.util.UUID;

/**
 * One link of a lane's chain.
 *
 * @param lane names the lane; a lane has one writing process in its whole life
 * @param seq 1-based position in the lane, without holes
 * @param leaf {@code SHA-256(0x10 || canonical record)}
 * @param entry {@code SHA-256(0x02 || previous entry || lane || seq || kind || leaf)}: lane and seq as 8 bytes big-endian,
 *     the kind as one
 */
public record LedgerEntry(long lane, long seq, EntryKind kind, UUID recordId, Digest leaf, Digest entry) {}

package io.writ.ledger.persistence;

import io.writ.evidence.Digest;
import java.util.UUID;

/**
 * A lane as it was opened.
 *
 * @param bootId names the process incarnation that writes it
 * @param genesis what the first entry has as its previous one
 */
public record LaneRow(long lane, String nodeId, UUID bootId, Digest genesis) {}

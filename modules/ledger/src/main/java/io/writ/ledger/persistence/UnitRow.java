package io.writ.ledger.persistence;

import io.writ.evidence.Digest;
import java.util.Optional;

/**
 * An evidence unit as it is stored.
 *
 * @param members all of them but the content, as JSON
 * @param content JSON text; empty when it was emptied
 */
public record UnitRow(Digest id, String members, Optional<String> content) {}

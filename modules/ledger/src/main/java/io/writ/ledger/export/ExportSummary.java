package io.writ.ledger.export;

import io.writ.ledger.persistence.RecordScope;

/**
 * What an export says it holds.
 *
 * @param fromSize leaves of the tree before it
 * @param treeSize of its newest checkpoint
 * @param whole whether entries that are in no tree yet are in it too
 */
public record ExportSummary(String exportedAt, long fromSize, long treeSize, boolean whole, RecordScope scope) {}

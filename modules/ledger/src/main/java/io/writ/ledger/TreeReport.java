package io.writ.ledger;

/**
 * What a verification saw of the tree.
 *
 * @param leaves how many were folded again
 * @param checkpoints how many roots were compared
 * @param signaturesChecked whether the public key of the log was at hand
 */
public record TreeReport(long leaves, long checkpoints, boolean signaturesChecked) {}

package io.writ.evidence;

/**
 * A claim after the finalize gate.
 *
 * @param id digest of text, final status and evidence ids, see PECR v1
 * @param claim with its final status
 * @param reason one sentence for a reader, never evidence text
 */
public record JudgedClaim(Digest id, Claim claim, ClaimVerdict verdict, String reason) {}

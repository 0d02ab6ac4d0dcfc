package io.writ.evidence.finalization;

import io.writ.evidence.Claim;
import io.writ.evidence.ClaimMap;
import io.writ.evidence.EvidenceId;
import java.util.Optional;
import java.util.Set;

/** What a submission may hold at most, and that it cites only what the session emitted. */
final class SubmissionLimits {

    /** An answer of more claims is a report; it belongs into several runs. */
    static final int CLAIMS_MAX = 256;

    /** Longer than any sentence somebody could check. */
    static final int CLAIM_LENGTH_MAX = 4096;

    /** More sources than a reader would open for one statement. */
    static final int EVIDENCE_PER_CLAIM_MAX = 64;

    private SubmissionLimits() {}

    /** Why the submission cannot be judged, if so. */
    static Optional<String> objection(ClaimMap submitted, Set<EvidenceId> emitted) {
        if (submitted.claims().size() > CLAIMS_MAX) {
            return Optional.of(
                    "a claim map holds at most " + CLAIMS_MAX + " claims; split the answer into several runs");
        }
        return submitted.claims().stream()
                .map(claim -> objection(claim, emitted))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> objection(Claim claim, Set<EvidenceId> emitted) {
        if (claim.text().length() > CLAIM_LENGTH_MAX) {
            return Optional.of("claim_text has at most " + CLAIM_LENGTH_MAX + " characters; split it into claims");
        }
        if (claim.evidence().size() > EVIDENCE_PER_CLAIM_MAX) {
            return Optional.of(
                    "a claim cites at most " + EVIDENCE_PER_CLAIM_MAX + " evidence units; cite those that say it");
        }
        if (!emitted.containsAll(claim.evidence())) {
            return Optional.of(
                    "evidence_unit_ids names evidence that this session never emitted; cite ids from its operator results");
        }
        return Optional.empty();
    }
}

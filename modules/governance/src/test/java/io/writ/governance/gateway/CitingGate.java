package io.writ.governance.gateway;

import io.writ.evidence.ClaimMap;
import io.writ.evidence.ClaimVerdict;
import io.writ.evidence.Digest;
import io.writ.evidence.EvidenceId;
import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.JudgedClaim;
import io.writ.evidence.Outcome;
import io.writ.evidence.finalization.ClaimGate;
import io.writ.evidence.finalization.Judgement;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A gate that believes every claim which cites something the session was shown. */
final class CitingGate implements ClaimGate {

    @Override
    public Judgement judge(ClaimMap submitted, Collection<EvidenceUnit> emitted, boolean overspent) {
        Set<EvidenceId> shown = emitted.stream().map(EvidenceUnit::id).collect(Collectors.toSet());
        if (submitted.claims().stream().anyMatch(claim -> !shown.containsAll(claim.evidence()))) {
            return new Judgement.Unanswerable("a claim cites evidence that this session was never shown");
        }
        List<JudgedClaim> claims = submitted.claims().stream()
                .map(claim -> new JudgedClaim(Digest.of(claim.text()), claim, ClaimVerdict.SUPPORTED, "it says so"))
                .toList();
        Outcome outcome = claims.isEmpty() || overspent
                ? new Outcome.InsufficientEvidence(claims)
                : new Outcome.Supported(claims);
        return new Judgement.Judged(outcome, claims, 0.95, claims.isEmpty() ? 0 : 1, "the answer");
    }
}

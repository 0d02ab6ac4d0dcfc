package io.writ.governance.posture;

import io.writ.evidence.Claim;
import io.writ.evidence.ClaimMap;
import io.writ.evidence.ClaimStatus;
import io.writ.evidence.Digest;
import io.writ.evidence.EvidenceId;
import io.writ.evidence.Outcome;
import io.writ.evidence.TerminalMode;
import io.writ.evidence.finalization.ClaimGate;
import io.writ.evidence.finalization.Judgement;
import io.writ.governance.GovernanceConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the gates between data and reader stand: each is given something that it must not let through. */
record ReleaseFacts(ClaimGate claims, RedactionProbe redaction, GovernanceConfig config) {

    private static final ClaimMap INVENTED = new ClaimMap(
            "posture",
            TerminalMode.SUPPORTED,
            List.of(new Claim(
                    "Nobody has ever seen this.",
                    ClaimStatus.SUPPORTED,
                    List.of(new EvidenceId(Digest.of("no evidence"))),
                    List.of())),
            Optional.empty(),
            Optional.empty());

    Map<String, String> facts() {
        GovernanceConfig.RateLimits limits = config.rateLimits();
        return Map.of(
                "claim_gate", claimsAreJudged() ? "active" : "inactive",
                "claim_gate.coverage_threshold", Double.toString(config.coverageThreshold()),
                "redaction", redaction.holds() ? "active" : "inactive",
                "rate_limit.sessions", limit(limits.sessions()),
                "rate_limit.operators", limit(limits.operators()),
                "rate_limit.finalizations", limit(limits.finalizations()),
                "rate_limit.runs", limit(limits.runs()),
                "rate_limit.policy", limit(limits.policyQuestions()));
    }

    private boolean claimsAreJudged() {
        return switch (claims.judge(INVENTED, List.of(), false)) {
            case Judgement.Unanswerable _ -> true;
            case Judgement.Judged judged -> !(judged.outcome() instanceof Outcome.Supported);
        };
    }

    private static String limit(int callsMax) {
        return callsMax == 0 ? "inactive" : "active";
    }
}

package io.writ.governance.gateway;

import io.writ.evidence.JudgedClaim;
import io.writ.evidence.SharedJson;
import io.writ.evidence.finalization.Judgement;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;

/** What a record says of a finalization: digests and verdicts, never the words. */
final class FinalizationJson {

    /** Coverage is a share; records hold whole numbers only, so it is written in millionths. */
    private static final int MILLION = 1_000_000;

    private FinalizationJson() {}

    static JsonObject detail(Judgement.Judged judgement, Conclusion.Digests digests) {
        JsonArrayBuilder claims = SharedJson.PROVIDER.createArrayBuilder();
        for (JudgedClaim claim : judgement.claims()) {
            claims.add(SharedJson.PROVIDER
                    .createObjectBuilder()
                    .add("claim_id", claim.id().hex())
                    .add("verdict", claim.verdict().wireName()));
        }
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("answer_sha256", digests.answer().hex())
                .add("claim_map_sha256", digests.claimMap().hex())
                .add("claims", claims)
                .add("coverage_observed_ppm", millionths(judgement.coverageObserved()))
                .add("coverage_threshold_ppm", millionths(judgement.coverageThreshold()))
                .add("evidence_sha256", digests.evidence().hex())
                .build();
    }

    private static long millionths(double share) {
        return Math.round(share * MILLION);
    }
}

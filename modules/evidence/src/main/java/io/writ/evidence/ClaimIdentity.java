package io.writ.evidence;

import jakarta.json.JsonArrayBuilder;

/** The members that make up a claim id, see PECR v1; the status is the final one. */
public final class ClaimIdentity {

    private ClaimIdentity() {}

    public static Digest of(Claim claim) {
        JsonArrayBuilder evidence = SharedJson.PROVIDER.createArrayBuilder();
        claim.evidence().forEach(id -> evidence.add(id.hex()));
        return Digest.ofPecrJson(SharedJson.PROVIDER
                .createObjectBuilder()
                .add("claim_text", claim.text())
                .add("status", claim.status().name())
                .add("evidence_unit_ids", evidence)
                .build());
    }
}

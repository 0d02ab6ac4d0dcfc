package io.writ.evidence;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.List;

/**
 * The members that make up a policy snapshot hash, see PECR v1.
 *
 * @param roles in any order
 * @param attributes from {@link Fingerprints#attributes}
 * @param bundle digest of the policy that is loaded
 */
public record PolicySnapshotIdentity(
        String principalId, String tenantId, List<String> roles, Digest attributes, Digest bundle, Instant asOf) {

    private static final JsonProvider JSON = SharedJson.PROVIDER;

    public PolicySnapshotIdentity {
        roles = roles.stream().sorted().toList();
    }

    /** The object that is hashed. */
    public JsonObject json() {
        JsonArrayBuilder roleNames = JSON.createArrayBuilder(roles);
        return JSON.createObjectBuilder()
                .add("principal_id", principalId)
                .add("tenant_id", tenantId)
                .add("principal_roles", roleNames)
                .add("principal_attrs_hash", attributes.hex())
                .add("policy_bundle_hash", bundle.hex())
                .add("as_of_time", WireTime.seconds(asOf))
                .build();
    }

    public Digest hash() {
        return Digest.ofPecrJson(json());
    }
}

package io.writ.governance.session;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.governance.Principal;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Under which policy, for whom and as of when a session reads; PECR v1. */
public final class PolicySnapshots {

    private PolicySnapshots() {}

    /** The document whose canonical digest every evidence unit of the session carries. */
    public static JsonObject document(Principal principal, Digest bundle, Instant asOf) {
        JsonArrayBuilder roles = SharedJson.PROVIDER.createArrayBuilder();
        principal.roles().forEach(roles::add);
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("principal_id", principal.id().value())
                .add("tenant_id", principal.tenant().value())
                .add("principal_roles", roles)
                .add("principal_attrs_hash", attributesDigest(principal).hex())
                .add("policy_bundle_hash", bundle.hex())
                .add("as_of_time", asOf.truncatedTo(ChronoUnit.SECONDS).toString())
                .build();
    }

    private static Digest attributesDigest(Principal principal) {
        JsonObjectBuilder attributes = SharedJson.PROVIDER.createObjectBuilder();
        principal.attributes().forEach(attributes::add);
        return Digest.ofPecrJson(attributes.build());
    }
}

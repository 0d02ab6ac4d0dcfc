package io.writ.governance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Digest;
import io.writ.evidence.canonical.PecrJson;
import io.writ.governance.Principal;
import io.writ.governance.TenantId;
import io.writ.governance.persistence.Samples;
import org.junit.jupiter.api.Test;

class PolicySnapshotsTest {

    @Test
    void thePersonWithoutAttributesHasTheDigestOfAnEmptyObject() {
        Principal principal = Samples.caller(new TenantId("local"), "dev").principal();

        String written = PecrJson.text(
                PolicySnapshots.document(principal, new Digest("a".repeat(64)), Samples.NOW.plusMillis(5)));

        assertThat(written)
                .isEqualTo("{\"as_of_time\":\"2026-11-20T10:00:00Z\",\"policy_bundle_hash\":\"" + "a".repeat(64)
                        + "\",\"principal_attrs_hash\":\""
                        + "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
                        + "\",\"principal_id\":\"dev\",\"principal_roles\":[\"developer\"],\"tenant_id\":\"local\"}");
    }
}

package io.writ.governance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.evidence.StrictJson;
import io.writ.governance.PolicyConfig;
import io.writ.governance.policy.bundle.BundleReading;
import io.writ.governance.policy.bundle.Candidate;
import io.writ.governance.policy.bundle.RuleSet;
import io.writ.governance.policy.bundle.source.BundleFlaw;
import io.writ.governance.policy.bundle.source.BundleSource;
import io.writ.governance.policy.engine.PolicyBundle;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoadTimeProofTest {

    private static final BundleSource.Look.Found SHIPPED = (BundleSource.Look.Found)
            BundleSource.of(new PolicyConfig.Source.Packaged()).look(Optional.empty());
    private static final PolicyBundle POLICY = BundleReading.of(SHIPPED.content());

    @Test
    void theShippedPolicyIsLetIn() {
        assertThat(new LoadTimeProof().objection(candidate(POLICY.data()))).isEmpty();
    }

    @Test
    void aTenantThatRecognisesARoleNobodyDefinedKeepsThePolicyOut() {
        String data = POLICY.data().toString();
        String role = "\"roles\":[\"";
        assertThat(data).contains(role);
        JsonObject broken =
                StrictJson.parseObject(data.replaceFirst("\"roles\":\\[\"", "\"roles\":[\"nobodys_role\",\""));

        assertThat(new LoadTimeProof().objection(candidate(broken)))
                .get()
                .asString()
                .contains("nobodys_role", "policy.check.");
        assertThat(new LoadTimeProof().flaw()).isEqualTo(BundleFlaw.CHECK);
    }

    private static Candidate candidate(JsonObject data) {
        PolicyBundle bundle = new PolicyBundle(
                POLICY.revision(),
                Digest.of("candidate"),
                SharedJson.PROVIDER.createObjectBuilder().build(),
                data,
                POLICY.plan());
        return new Candidate(
                SHIPPED.content(),
                bundle,
                RuleSet.of(POLICY),
                SHIPPED.edition().fingerprint(),
                Optional.empty(),
                false,
                "packaged");
    }
}

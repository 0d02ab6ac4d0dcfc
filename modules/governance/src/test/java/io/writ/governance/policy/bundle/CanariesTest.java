package io.writ.governance.policy.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.SharedJson;
import io.writ.governance.PolicyConfig;
import io.writ.governance.policy.bundle.source.BundleContent;
import io.writ.governance.policy.bundle.source.BundleSource;
import io.writ.governance.policy.engine.PolicyBundle;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CanariesTest {

    private static final BundleSource.Look.Found SHIPPED = (BundleSource.Look.Found)
            BundleSource.of(new PolicyConfig.Source.Packaged()).look(Optional.empty());
    private static final PolicyBundle POLICY = BundleReading.of(SHIPPED.content());

    @Test
    void theShippedPolicyAnswersItsOwnQuestionsAsItPromises() {
        assertThat(Canaries.of(POLICY)).hasSizeGreaterThanOrEqualTo(4);
        assertThat(objection(POLICY.manifest())).isEmpty();
    }

    @Test
    void aBundleThatAnswersOtherwiseIsNamedByItsCanary() {
        assertThat(objection(with("\"reason\":\"role_missing\"", "\"reason\":\"whatever\"")))
                .contains("the canary nobody without a role opens a session is answered otherwise than the bundle"
                        + " promises");
    }

    @Test
    void aCanaryWithoutAnExpectationIsAnObjection() {
        assertThat(objection(with("\"expect\"", "\"hope\""))).get().asString().contains("lacks its input");
    }

    @Test
    void aBundleWithoutCanariesHasNothingToAnswer() {
        assertThat(objection(SharedJson.PROVIDER.createObjectBuilder().build())).isEmpty();
    }

    private static JsonObject with(String from, String to) {
        String manifest = POLICY.manifest().toString();
        assertThat(manifest).contains(from);
        return io.writ.evidence.StrictJson.parseObject(manifest.replaceFirst(java.util.regex.Pattern.quote(from), to));
    }

    private static Optional<String> objection(JsonObject manifest) {
        PolicyBundle bundle =
                new PolicyBundle(POLICY.revision(), POLICY.digest(), manifest, POLICY.data(), POLICY.plan());
        BundleContent content = SHIPPED.content();
        return new Canaries()
                .objection(new Candidate(
                        content,
                        bundle,
                        RuleSet.of(POLICY),
                        SHIPPED.edition().fingerprint(),
                        Optional.empty(),
                        false,
                        "packaged"));
    }
}

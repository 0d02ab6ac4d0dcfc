package io.writ.governance.policy.bundle;

import io.writ.evidence.Digest;
import io.writ.governance.policy.bundle.signature.BundleSignature;
import io.writ.governance.policy.bundle.signature.VerifyingKeys;
import io.writ.governance.policy.bundle.source.BundleContent;
import io.writ.governance.policy.bundle.source.BundleFlaw;
import io.writ.governance.policy.bundle.source.BundleRefused;
import io.writ.governance.policy.bundle.source.BundleSource.Look;
import io.writ.governance.policy.engine.PolicyBundle;
import java.util.Optional;

/**
 * Who may say what the policy is: a key, a pin, or both. With neither, only the packaged bundle is accepted.
 *
 * @param keys of which one must have signed
 * @param pin the only digest that is accepted
 * @param packaged whether the bundles are part of this application
 */
record BundleTrust(Optional<VerifyingKeys> keys, Optional<Digest> pin, boolean packaged) {

    /** Throws {@link BundleRefused} unless the bundle is vouched for. */
    Candidate admit(Look.Found found, String source) {
        Optional<String> signer = keys.map(trusted -> BundleSignature.verify(found.content(), trusted));
        if (!packaged && keys.isEmpty() && pin.isEmpty()) {
            throw new BundleRefused(
                    BundleFlaw.UNSIGNED, "nobody vouches for the bundle: set WRIT_POLICY_KEYS or WRIT_POLICY_PIN");
        }
        BundleContent content = found.content();
        PolicyBundle bundle = BundleReading.of(content);
        pin.filter(wanted -> !wanted.equals(bundle.digest())).ifPresent(wanted -> {
            throw new BundleRefused(
                    BundleFlaw.PIN,
                    "the bundle has digest sha256:" + bundle.digest() + ", and WRIT_POLICY_PIN demands" + " sha256:"
                            + wanted);
        });
        return new Candidate(
                content, bundle, RuleSet.of(bundle), found.edition().fingerprint(), signer, pin.isPresent(), source);
    }
}

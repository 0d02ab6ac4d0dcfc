package io.writ.governance.policy.bundle;

import io.writ.evidence.Digest;
import io.writ.governance.policy.bundle.source.BundleContent;
import io.writ.governance.policy.engine.PolicyBundle;
import java.util.Optional;

/**
 * A bundle that is whole and vouched for, and not yet in force.
 *
 * @param content all its files
 * @param fingerprint of what was transferred
 * @param signedBy id of the key that signed it
 * @param pinned whether the configuration names its digest
 * @param source where it is from, as {@link io.writ.governance.policy.bundle.source.BundleSource#kind()}
 */
public record Candidate(
        BundleContent content,
        PolicyBundle bundle,
        RuleSet ruleSet,
        Digest fingerprint,
        Optional<String> signedBy,
        boolean pinned,
        String source) {

    /** How many questions it was asked before. */
    public int canaries() {
        return Canaries.of(bundle).size();
    }

    /** The signed report about its backtest, if one travels with it. */
    public Optional<byte[]> report() {
        return content.read(BundlePart.REPORT);
    }
}

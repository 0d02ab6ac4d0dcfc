package io.writ.governance.policy.bundle;

import io.writ.governance.policy.bundle.signature.Signer;
import io.writ.governance.policy.bundle.source.BundleContent;
import io.writ.governance.policy.bundle.source.BundleFlaw;
import io.writ.governance.policy.bundle.source.BundleSource;
import io.writ.governance.policy.bundle.source.Edition;
import io.writ.governance.policy.bundle.source.Workshop;
import java.util.Optional;

/** A source that holds what a test puts there. */
final class Shelf implements BundleSource {

    private Optional<BundleContent> offered = Optional.empty();
    boolean away;
    Optional<Error> breaksWith = Optional.empty();

    void offer(Workshop bundle) {
        offered = Optional.of(bundle.content());
    }

    @Override
    public Look look(Optional<Edition> active) {
        breaksWith.ifPresent(error -> {
            throw error;
        });
        if (away) {
            return new Look.Failed(BundleFlaw.UNREACHABLE, "away");
        }
        BundleContent content = offered.orElseThrow();
        Edition edition = new Edition(Optional.empty(), content.fingerprint());
        return active.equals(Optional.of(edition)) ? new Look.Unchanged() : new Look.Found(content, edition);
    }

    @Override
    public String kind() {
        return "shelf";
    }

    /** A signed bundle of this rule set. */
    static Workshop version(Signer signer, int ruleSet) {
        String revision = ruleSet + "+sha256:" + "0".repeat(15) + ruleSet;
        return signer.sign(new Workshop()
                .with("plan.json", "{\"version\":" + ruleSet + "}")
                .with("data.json", "{\"writ\":{\"version\":" + ruleSet + "}}")
                .with(
                        ".manifest",
                        "{\"revision\":\"" + revision + "\",\"metadata\":{\"rule_set\":\"" + ruleSet + "\"}}")
                .with("writ/a.rego", "package writ.a"));
    }
}

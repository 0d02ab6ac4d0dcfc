package io.writ.governance.policy.bundle;

import io.writ.governance.policy.bundle.source.BundleFlaw;
import io.writ.governance.policy.bundle.source.BundleRefused;
import io.writ.governance.policy.engine.PolicyBundle;
import jakarta.json.JsonObject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number that a policy author raises with each release; the revision starts with it. */
public record RuleSet(long number) implements Comparable<RuleSet> {

    private static final Pattern REVISION = Pattern.compile("(\\d{1,9})\\+sha256:[0-9a-f]{16}");

    /** Throws {@link BundleRefused} when the revision has not the form that {@code opa/build.sh} gives it. */
    public static RuleSet of(PolicyBundle bundle) {
        Matcher revision = REVISION.matcher(bundle.revision());
        if (!revision.matches()) {
            throw new BundleRefused(
                    BundleFlaw.MALFORMED,
                    "the revision of the bundle is not <rule set>+sha256:<16 digits>; build it with opa/build.sh");
        }
        String number = revision.group(1);
        if (bundle.manifest().get("metadata") instanceof JsonObject metadata
                && !metadata.getString("rule_set", number).equals(number)) {
            throw new BundleRefused(
                    BundleFlaw.MALFORMED, "the revision of the bundle names another rule set than its metadata");
        }
        return new RuleSet(Long.parseLong(number));
    }

    @Override
    public int compareTo(RuleSet other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}

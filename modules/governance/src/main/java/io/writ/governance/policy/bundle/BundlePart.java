package io.writ.governance.policy.bundle;

import io.writ.governance.policy.bundle.signature.BundleSignature;
import java.util.Set;

/** The files that a bundle archive may hold. */
final class BundlePart {

    /** A signed statement about the bundle that travels in it; OPA carries and ignores it. */
    static final String REPORT = "backtest-report.json";

    private static final Set<String> AT_ROOT =
            Set.of("plan.json", "data.json", ".manifest", BundleSignature.FILE, REPORT);

    private BundlePart() {}

    static boolean isKnown(String name) {
        return AT_ROOT.contains(name) || name.endsWith(".rego");
    }
}

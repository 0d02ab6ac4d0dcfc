package io.writ.governance.policy.bundle;

import io.writ.governance.policy.bundle.source.BundleSource;
import io.writ.governance.policy.engine.EngineFactory;
import java.util.List;

/** What the upkeep of a policy is made of. */
record UpkeepParts(
        BundleSource source,
        BundleTrust trust,
        List<ActivationCheck> checks,
        EngineFactory engines,
        ActivationJournal journal) {}

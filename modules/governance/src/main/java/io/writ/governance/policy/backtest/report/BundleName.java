package io.writ.governance.policy.backtest.report;

import io.writ.evidence.Digest;

/** One version of policy. */
public record BundleName(Digest digest, String revision) {}

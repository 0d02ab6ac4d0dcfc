package io.writ.app.metrics;

import io.writ.governance.PolicyObserver;

/** Counts how asking policy goes. */
public final class CountedPolicy implements PolicyObserver {

    private final Meters meters;

    public CountedPolicy(Meters meters) {
        this.meters = meters;
    }

    @Override
    public void compared(Comparison comparison) {
        meters.count("writ_policy_shadow_total", new Series.Label("outcome", comparison.label()));
    }

    @Override
    public void asked(RemoteOutcome outcome) {
        meters.count("writ_policy_remote_total", new Series.Label("outcome", outcome.label()));
    }
}

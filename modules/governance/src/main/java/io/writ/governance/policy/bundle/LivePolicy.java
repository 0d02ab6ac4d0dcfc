package io.writ.governance.policy.bundle;

import io.writ.governance.policy.bundle.source.Edition;
import io.writ.governance.policy.engine.PolicyEngine;
import io.writ.governance.policy.engine.PolicyFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The policy in force. It changes in one step, as a whole; whoever asked before keeps what it got. */
public final class LivePolicy implements Supplier<PolicySnapshot> {

    private final Clock clock;
    private final Duration ageMax;
    private final AtomicReference<PolicyState> state;

    /**
     * Nothing is in force yet.
     *
     * @param ageMax how long a policy may decide without its source having been reached; zero means for ever
     */
    LivePolicy(Clock clock, Duration ageMax) {
        this.clock = clock;
        this.ageMax = ageMax;
        Instant now = clock.instant();
        PolicySnapshot none =
                new PolicySnapshot.Unusable(PolicyFailure.UNAVAILABLE, "no policy has been loaded yet", now);
        this.state = new AtomicReference<>(
                new PolicyState(none, Optional.empty(), 0, Optional.empty(), now, Optional.empty()));
    }

    /** What decides now. */
    @Override
    public PolicySnapshot get() {
        PolicyState now = state.get();
        if (!ageMax.isZero() && now.snapshot() instanceof PolicySnapshot.Loaded && isStale(now)) {
            return new PolicySnapshot.Unusable(
                    PolicyFailure.STALE,
                    "the source of the policy was last reached at " + now.confirmedAt()
                            + ", longer ago than WRIT_POLICY_MAX_AGE_SECS allows",
                    now.confirmedAt().plus(ageMax));
        }
        return now.snapshot();
    }

    /** The whole state, for those who show it. */
    public PolicyState state() {
        return state.get();
    }

    /** How long ago the source was last reached. */
    public Duration age() {
        return Duration.between(state.get().confirmedAt(), clock.instant());
    }

    void activate(Candidate candidate, Edition edition, PolicyEngine engine) {
        Instant now = clock.instant();
        PolicySnapshot loaded = new PolicySnapshot.Loaded(
                engine, candidate.bundle().revision(), candidate.bundle().digest(), now);
        int rules = PlanSize.functions(candidate.bundle());
        state.set(new PolicyState(loaded, Optional.of(candidate), rules, Optional.of(edition), now, Optional.empty()));
    }

    /** The same bundle in another wrapping. */
    void rename(Candidate candidate, Edition edition) {
        Instant now = clock.instant();
        state.updateAndGet(old -> new PolicyState(
                old.snapshot(), Optional.of(candidate), old.rules(), Optional.of(edition), now, Optional.empty()));
    }

    void confirm() {
        Instant now = clock.instant();
        state.updateAndGet(old -> old.confirmed(now));
    }

    /** What is in force stays; where nothing is, the reason is told instead. */
    void trouble(PolicyState.Trouble trouble) {
        state.updateAndGet(old -> switch (old.snapshot()) {
            case PolicySnapshot.Loaded loaded -> old.troubled(loaded, trouble);
            case PolicySnapshot.Unusable _ ->
                old.troubled(
                        new PolicySnapshot.Unusable(PolicyFailure.UNAVAILABLE, trouble.problem(), trouble.at()),
                        trouble);
        });
    }

    private boolean isStale(PolicyState now) {
        return now.confirmedAt().plus(ageMax).isBefore(clock.instant());
    }
}

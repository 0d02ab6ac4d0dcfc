package io.writ.orchestration.run;

import io.writ.governance.Caller;
import io.writ.governance.Gateway;
import io.writ.governance.Opening;
import io.writ.governance.RefusalReason;
import io.writ.governance.SessionRequest;
import io.writ.orchestration.schedule.Allowance;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Opens a session, and knocks again when what is behind the door only stumbled. */
final class SessionOpening {

    /** A restart of a database takes longer than this many attempts; waiting for it is the caller's decision. */
    static final int ATTEMPTS_MAX = 5;

    /** The wait grows by this with every attempt. */
    static final Duration STEP = Duration.ofMillis(50);

    /** Refusals that another attempt can turn; every other one is an answer. */
    private static final Set<RefusalReason> PASSING = EnumSet.of(
            RefusalReason.DATABASE_DOWN,
            RefusalReason.LEDGER_DOWN,
            RefusalReason.LEDGER_BUSY,
            RefusalReason.SOURCE_DOWN,
            RefusalReason.POLICY_UNAVAILABLE);

    private final Gateway gateway;
    private final Pause pause;
    private final RandomGenerator random;

    SessionOpening(Gateway gateway, Pause pause, RandomGenerator random) {
        this.gateway = gateway;
        this.pause = pause;
        this.random = random;
    }

    /** The first session, or the last refusal. */
    Opening open(Caller caller, SessionRequest request, Allowance allowance) {
        Opening opening = gateway.open(caller, request);
        for (int attempt = 1; attempt < ATTEMPTS_MAX && isPassing(opening); attempt++) {
            Duration wait = wait(attempt);
            if (wait.compareTo(allowance.remaining()) >= 0 || !paused(wait)) {
                return opening;
            }
            opening = gateway.open(caller, request);
        }
        return opening;
    }

    private static boolean isPassing(Opening opening) {
        return switch (opening) {
            case Opening.Opened _ -> false;
            case Opening.Refused refused -> PASSING.contains(refused.refusal().reason());
        };
    }

    /** Up to half as long again, so that nodes that failed together do not come back together. */
    private Duration wait(int attempt) {
        Duration base = STEP.multipliedBy(attempt);
        return base.plusMillis(random.nextLong(base.toMillis() / 2 + 1));
    }

    private boolean paused(Duration wait) {
        try {
            pause.of(wait);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

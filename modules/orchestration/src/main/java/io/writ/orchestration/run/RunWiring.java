package io.writ.orchestration.run;

import io.writ.governance.Gateway;
import io.writ.governance.PolicyDesk;
import io.writ.orchestration.RunDefaults;
import io.writ.orchestration.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;

/** Hands out the planner's runs. */
@Dependent
class RunWiring {

    @Produces
    @ApplicationScoped
    static Runs runs(Gateway gateway, PolicyDesk policyDesk, RunDefaults defaults, Clock clock) {
        SessionOpening sessions = new SessionOpening(
                gateway, Thread::sleep, () -> ThreadLocalRandom.current().nextLong());
        return new PlannedRuns(gateway, policyDesk, defaults, sessions, clock);
    }
}

package io.writ.app.config;

import io.writ.governance.PolicyRefusedException;
import io.writ.governance.Readiness;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Builds everything once before the first request, and ends the process when that is impossible. A server that listens
 * but cannot work would look like one that is still starting.
 */
@Dependent
class StartupCheck {

    /** Before the observers of other modules, so that their problems are told in our words. */
    private static final int FIRST = 100;

    private static final int EXIT_STATUS = 1;

    private static final Logger LOG = System.getLogger(StartupCheck.class.getName());

    void check(@Observes @Priority(FIRST) Startup startup, Provider<Settings> settings, Provider<Readiness> readiness) {
        try {
            settings.get();
            readiness.get().checks();
            readiness.get().weaknesses();
        } catch (RuntimeException impossible) {
            refuse(problems(impossible));
            throw impossible;
        }
    }

    private static List<StartupProblem> problems(RuntimeException impossible) {
        Throwable cause = impossible;
        while (cause.getCause() != null && !(cause instanceof StartupRefused)) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case StartupRefused refused -> refused.problems();
            case PolicyRefusedException refused ->
                List.of(new StartupProblem("ERR_POLICY_REFUSED", refused.getMessage() + " (" + refused.code() + ")"));
            default -> List.of(new StartupProblem("ERR_INVALID_CONFIG", String.valueOf(cause.getMessage())));
        };
    }

    private static void refuse(List<StartupProblem> problems) {
        problems.forEach(problem -> LOG.log(Level.ERROR, problem.line()));
        // Exiting waits for the application to finish starting, which is what this thread is doing: so another one
        // exits. The server hosts nothing but Writ.
        Thread.ofPlatform().daemon().name("writ-startup-refused").start(() -> System.exit(EXIT_STATUS));
    }
}

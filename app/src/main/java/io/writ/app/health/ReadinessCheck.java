package io.writ.app.health;

import io.writ.governance.Readiness;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** MicroProfile's readiness: the same checks as PECR's. */
@org.eclipse.microprofile.health.Readiness
@Dependent
class ReadinessCheck implements HealthCheck {

    private final Readiness readiness;

    @Inject
    ReadinessCheck(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public HealthCheckResponse call() {
        Ready ready = Ready.of(readiness);
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("governance").status(ready.isReady());
        ready.checks().forEach(response::withData);
        if (!ready.weaknesses().isEmpty()) {
            response.withData("weaknesses", String.join("; ", ready.weaknesses()));
        }
        return response.build();
    }
}
